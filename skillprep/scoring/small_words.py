"""The most frequent small words of languages that are written in Latin letters, without their accents.

Written from general knowledge for this file. Words that English has too are listed as well: language.py then counts
them for neither side.
"""

from skillprep.scoring.words import listed

SMALL_WORDS = {
    "German": listed(
        "der die das den dem des und oder aber ist sind war nicht kein keine ein eine einen einem einer ich wir sie er"
        " es man mit fur auf aus bei von vom zu zum zur in im an am als wie was wenn dass weil auch nur noch dann sich"
        " haben hat habe werden wird wurde wurden wurde konnen kann muss soll diese dieser dieses mein meine uber nach"
        " durch jede jeder mehr sehr so unser unsere da wo um bis ob hier dort alle alles"
    ),
    "Dutch": listed(
        "de het een en van ik te dat die in is niet op aan met als voor er maar om ook dan ze hij zij wij we je zijn"
        " was waren wordt worden heeft hebben had kan kunnen moet moeten zou zouden deze dit naar door over bij uit"
        " nog wel geen hun mijn ons onze welke waar wat wie daarna omdat elke meer veel of tot eerst zo al alle na"
    ),
    "Danish and Norwegian": listed(
        "og i jeg det at en et den til er som pa de med han af av for ikke der var mig sig meg seg men har om vi min"
        " mit mitt havde hadde ham hun nu na over da fra du ud ut sin dem os oss op opp eller hvad hva vil skal kan"
        " deres efter etter alle nar blev ble vaere vare ogsa disse dette bare mere mer hvordan hvilke ville skulle"
        " kunne noget noe ingen"
    ),
    "Swedish": listed(
        "och i att det som en pa ar av for med den till inte har de om ett men jag var vi kan ska skulle man han hon"
        " sig fran sa eller nar vad efter da upp nu ut mot under mycket hur dessa detta alla varje vilka aven bara"
        " mer min mina deras oss dem sedan dar blir vara hade nagon innan"
    ),
    "Icelandic": listed(
        "og ad i a ekki eg sem er var thad vid til um med hann hun fyrir af hafa their thau ef en svo thvi thegar hvad"
        " hver allt ur eda verid verda mun myndi thessi thetta okkur minn mer fra eftir thess thau"
    ),
    "French": listed(
        "le la les l un une des du de d et ou mais est sont etait ne pas je j nous vous il elle ils elles on ce c cette"
        " ces qui que qu quoi dans pour par sur avec sans sous au aux en se s sa son ses mon ma mes notre nos leur"
        " leurs plus tres aussi comme si y a ai avons ont ete etre avoir serait ferais faire fait puis ensuite afin"
        " donc car chaque tout tous toute toutes entre lors apres avant quels quelles"
    ),
    "Spanish": listed(
        "el la los las un una unos unas de del y o pero es son era no que en a al por para con sin se su sus lo le les"
        " yo nosotros mi mis me nos si ya muy mas como cuando donde porque este esta estos estas eso esto ese cada"
        " todo todos todas hay ha han he hemos ser estar fue sobre entre hasta desde tambien despues luego primero qué"
        " quien cual cuales sino ni ellos ella antes"
    ),
    "Portuguese and Galician": listed(
        "o a os as um uma uns umas de do da dos das e ou mas nao que em no na nos nas por pelo pela para com sem se"
        " seu sua seus suas eu nos ele ela eles elas meu minha isso isto este esta esse essa ao aos mais muito como"
        " quando onde porque tambem ja foi ser estar sao era tem ha depois antes entre ate sobre cada todo todos todas"
        " quais qual quem nem seria unha ao polo pola dunha non"
    ),
    "Italian": listed(
        "il lo la i gli le l un uno una di del dello della dei degli delle d e ed o ma non che chi cui in nel nella"
        " nei nelle a al alla ai alle da dal dalla dai dalle con per su sul sulla se si io noi lui lei loro mi ci mio"
        " mia sono era ha ho hanno abbiamo essere come quando dove perche anche piu molto questo questa questi queste"
        " quello ogni tutto tutti poi prima dopo ne quale quali sarebbe"
    ),
    "Catalan": listed(
        "el la els les l un una uns unes de del dels d i o pero es son era no que en a al als per amb sense se s seu"
        " seva jo nosaltres meu meva aixo aquest aquesta aquests mes molt com quan on perque tambe ja cada tot tots"
        " totes hi ha han hem ser estar sobre entre fins despres primer quins quines qui"
    ),
    "Romanian": listed(
        "si in de la cu pe din nu un o este sunt era ca sa se ce care pentru mai dar sau au am ai a fi fost as ar vor"
        " voi eu noi el ea ei lor lui le imi isi ne acest aceasta aceste acestea al ale prin dupa daca cand unde cum"
        " fiecare toate foarte apoi despre intre pana fara doar intai"
    ),
    "Polish": listed(
        "i w z na do nie sie ze to jest sa o od po za przez dla jak ale czy co ten ta te tego tej tym tych ktory ktora"
        " ktore ktorych jego jej ich oraz lub albo by bym byl byla bylo bylby przy pod nad przed tak tylko juz moze"
        " mozna jako kazdy kazdej kazda wszystkie ma ja my nas mnie moj jesli gdy potem najpierw aby zeby"
    ),
    "Czech and Slovak": listed(
        "a i v ve z ze na do o od po za pro s se si je jsou byl byla bylo by bych jsem jsme to ten ta ty toho tom tim"
        " ktery ktera ktere kteri ale nebo jak co aby kdyz pokud protoze take jen jako nad pred pri podle kazdy kazdou"
        " vsechny potom nejdrive ja my mi nas ne neni som sme su sa ktory ktora ktore pre ako alebo ked lebo len tak"
        " najprv kazdu vsetky az uz k ich jeho jej ani"
    ),
    "Croatian, Bosnian, Serbian and Slovene": listed(
        "i u na je se da su za od do iz s sa o po ne ili ali kao koji koja koje kojih kako sto bi bih bio bila bilo"
        " biti sam smo ja mi ti on to taj ta te toga nije nisu samo jos vec kada gdje zato jer svaki svaku svaka sve"
        " prvo zatim prema kod pre pri in v z ki ni ter tudi pa ali ko ker kot bom bo sem smo lahko vsak vsako vse"
        " potem najprej njih njihov njihove"
    ),
    "Hungarian": listed(
        "a az es hogy nem is egy meg ha de mert van volt lesz lenne vagy csak mint ezt azt ez ki mi mit aki ami amely"
        " akkor mar meg minden ezek azok utan elott szerint nekem en mi ok kell lehet kellene fel el be le ra majd"
        " eloszor aztan hogyan milyen melyik sem nincs nagyon olyan"
    ),
    "Finnish": listed(
        "ja on ei se en etta oli olla olen ovat mutta tai kun jos niin kuin myos mita joka jotka jota mika mitka tama"
        " nama sita sen ne he han mina me minun meidan olisi voi pitaa sitten ensin koska vain jo viela kaikki kaikkien"
        " jokaisen mukaan jalkeen ennen seka eika tassa siita mukana"
    ),
    "Estonian": listed(
        "ja on ei see et oli olla olen aga voi kui siis ka mis kes mida seda selle need nad ta ma me minu meie oleks"
        " saab peab esmalt sest ainult juba veel koik koigi iga jargi parast enne ning siin sellest neid nende"
    ),
    "Latvian": listed(
        "un ir no ar par uz ka kas ko to ta tas tie lai bet vai ja ne nav es mes vins vina vini kur kad jo tikai ari"
        " pec pirms katru katra katrai visi visas bija butu pie bez so sis si mani musu tad vispirms savu tiek kuri"
        " kuras tiem"
    ),
    "Lithuanian": listed(
        "ir yra su is i apie kad kas ka tai tas ta bet ar ne nera as mes jis ji jie kur kada nes tik taip pat po pries"
        " kiekvienai kiekviena kiekvieno visi visos buvo butu prie be sis si mano musu tada pirmiausia savo kurie"
        " kurios uz nuo iki del kaip jei"
    ),
    "Turkish": listed(
        "ve bir bu da de ile icin ne o ama cok daha gibi kadar olarak olan oldu oldugunu degil ben biz sen onlar her"
        " hangi hangisi sonra once ise veya ya ki mi mu diye gore bunu onu olur var yok eger ilk nasil bunlar benim"
        " bizim kendi en tum butun"
    ),
    "Albanian": listed(
        "dhe e te ne nje per me se qe eshte jane nuk do i ka kam ishte por si nga mund kjo ky keto ata une ne tyre"
        " cdo cila cilat pastaj pas para edhe ose nese sepse kur ku duke tek vetem gjitha gjithe"
    ),
    "Indonesian and Malay": listed(
        "yang dan di ini itu dengan untuk dari tidak ke pada adalah saya kami kita akan dalam juga atau oleh bisa"
        " dapat ada sudah telah lebih karena kerana jika kalau setiap semua mereka dia apa siapa mana setelah selepas"
        " sebelum kemudian bagaimana seperti hanya sebagai harus perlu bahwa bahawa tersebut para lalu boleh tapi"
    ),
    "Tagalog": listed(
        "ang ng sa na ay mga at ko kung hindi ito para ako namin natin kami siya sila niya nila may mayroon kaya"
        " dahil pero bago pagkatapos bawat lahat dapat aking ating kanilang muna saka din rin lang nang ni si o pa"
    ),
    "Swahili": listed(
        "na ya wa kwa ni za la katika kama au lakini kila hii hizo hilo huo huu hiyo yake wake zao wao yao mimi sisi"
        " yeye baada kabla kuwa ili pia si cha vya hapo kisha kwanza gani nini ambayo ambao ambazo yote wote zote"
    ),
    "Vietnamese": listed(
        "va la cua co khong cho toi duoc trong nhung cac mot nay do voi de thi se nguoi khi tu nhu den cung ra da"
        " nhom lieu neu hoac truoc sau moi chung ta ho lam phai gi nao ve boi vi con rang dau tien"
    ),
    "Welsh": listed(
        "y yr a ac i o yn ar am gan wrth mae oedd bydd nid ddim fel hwn hon hynny hyn ei eu fy ein roedd bod wedi gyda"
        " neu ond pan pob holl yna cyn ar ol sydd byddwn rwyf"
    ),
    "Irish": listed(
        "an na agus is ta ar i le do go ag as ach nach ni bhi beidh me tu se si muid siad seo sin gach no faoi o chun"
        " mar nuair conas ansin roimh mo ar ina leis bhfuil raibh gur"
    ),
    "Basque": listed(
        "eta da ez bat du dira dute ere baina edo hau hori hauek horiek nik guk gure nire izan egin behar dut dugu zen"
        " lehenik gero ondoren aurretik bakoitzeko guztiak zer nola non dela duen bere haien arabera"
    ),
    "Afrikaans": listed(
        "die en is van in het nie ek om te wat dat vir op met sal sou ons hulle dit as was aan by na hy sy kan moet my"
        " daar deur word ook maar of elke watter eers dan daarna geen wees hierdie al voor uit"
    ),
    "Esperanto": listed(
        "la kaj de en estas ne al mi ni ili gxi tio tiu tiuj por kun kiu kiuj kiel sed se per pri el da ol pli cxiu"
        " cxiuj poste unue estus oni sur inter antaux post"
    ),
    "Haitian Creole": listed(
        "mwen nou li yo ki nan pou ak pa se te ap sa gen yon la a moun men si paske oswa chak tout ka kapab anvan apre"
        " premye konsa kijan sou nan"
    ),
    "Hausa": listed(
        "da na a ne ce ba shi ta su mu ina kuma don ko wannan wadannan ga daga zan za mun suna yana akan bayan kafin"
        " kowane kowace duk amma saboda idan"
    ),
    "Yoruba": listed(
        "ni ti ati naa si fun awon mo won a ko je lati pe eyi yii gbogbo kookan leyin saaju nitori tabi sugbon bi wa"
    ),
    "Somali": listed(
        "waa iyo in uu ka ku oo ah ay la waxaan waxa aan soo si u mid kasta dhammaan laakiin ama haddii kadib hor"
    ),
    "Zulu and Xhosa": listed(
        "ukuthi futhi kanye noma ngoba uma ngaphambi emva wonke zonke lokhu leli yini ngizo ngeke kodwa abantu kwaye"
        " okanye ukuba xa emva phambi"
    ),
    "Maltese": listed(
        "il l li ta u ma hu hija jien ahna dan din dawn biex minn fuq ghal fil mal bil jew imma ghax kull wara qabel"
        " kif fejn meta xi dak dik"
    ),
}
