"""Log odds that a sentence begins at a word, by its neighbours and itself: benchmarks/fit_speech.py.

Each weight stands before the words that have it.
"""

INTERCEPT = -3.4
BEFORE = (
    "+1.6 again itself +1.5 work +1.4 room +1.2 none opinion +1.1 gone +1.0 away matters them week +0.9 customers "
    "evidence nothing table writing +0.8 alone release +0.7 date percent +0.6 anything names numbers side text "
    "there time version +0.5 cause change errors it order +0.4 both damage day examples file later model outside "
    "ranking right start together wrong year zero +0.3 advice automatically days features green group less things "
    "words +0.2 bias harm list money person report rest too +0.1 cases department everything fifty off ones "
    "questions -0.1 ai always around beside found need new same says something still were -0.2 asked could give "
    "made maybe thing three up -0.3 happens hour next not their took want -0.4 do go make over within -0.5 did "
    "every first got have into just keep such take that's under you -0.6 about against all company get gets has "
    "its know people should show tell until use -0.7 second worked -0.8 look read said while who -0.9 our -1.0 "
    "also can only two was -1.1 after ask be it's like put see than -1.2 say -1.3 an how i'd they -1.4 are -1.5 "
    "from on -1.6 before had my whether which -1.7 that when -1.9 is -2.0 we where -2.1 or would -2.2 at by in "
    "since -2.3 as but -2.4 to -2.7 because with -2.8 for i if so -2.9 what -3.1 of then -3.7 a -4.6 the -5.0 and "
)
WORD = (
    "+3.8 then +3.5 third +3.4 second +3.2 i +3.0 if +2.9 my +2.8 after i'd +2.4 i'm +2.2 each first they +2.1 "
    "next +2.0 we +1.9 alignment before today what while +1.8 since the +1.7 everyone for now so +1.6 nobody when "
    "why +1.5 but in +1.4 those +1.3 also it +1.2 one recall six two +1.1 perhaps there three +1.0 at once women "
    "+0.9 as under +0.8 every later with +0.7 here our this +0.6 a an how its +0.5 you +0.4 release that +0.3 b "
    "no +0.2 five on to +0.1 good safety still -0.1 because have model without -0.2 000 should -0.3 than -0.4 and "
    "like out -0.5 not them were -0.6 who would -0.7 has -0.8 can had -0.9 or which -1.2 of -1.4 are percent -1.7 "
    "was -2.6 is "
)
AFTER = (
    "+1.9 also +1.5 takes +1.3 changed comes +1.2 i'd +1.1 means privacy +1.0 didn't is my told +0.9 are has see "
    "showed was worked +0.8 i models month sales schools then +0.7 bias judge went +0.6 came first months should "
    "tells test trained training +0.5 took were +0.4 b four people risk the there wanted +0.3 one than would +0.2 "
    "30 ai aim card could customer had needs product second +0.1 agreed errors for map of two we -0.1 from on out "
    "since somebody their year -0.2 after all at before data do model most say -0.3 a it they wouldn't -0.4 be "
    "both just look no -0.5 about its that's -0.6 don't each -0.7 an because them -0.8 same to use which you -0.9 "
    "it's or with -1.0 in -1.2 as -1.5 so -1.8 and "
)
