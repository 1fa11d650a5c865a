# Every command of the project, one line each. `make run` and `make test` do all set-up themselves.
.PHONY: run test check format bench bench-scoring bench-attacks bench-latency bench-sets bench-adaptive bench-check model-card bank-report splits tune-encoder tune-polarity fit-head fit-star fit-disowning clean
export PIP_DISABLE_PIP_VERSION_CHECK = 1
PYTHON ?= python3
BIN = .venv/bin

run: .venv/ready-run  ## set up, migrate, check the bank, index it, serve
	@$(BIN)/skillprep db upgrade && { $(BIN)/skillprep bank lint || true; } && $(BIN)/skillprep index && exec $(BIN)/skillprep serve

test: .venv/ready-dev  ## the whole test suite, on SQLite and PostgreSQL
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: .venv/ready-dev  ## format, lint, types, import contracts, schemas, bank
	@bash .ci/check

format: .venv/ready-dev
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

bench: bench-scoring bench-attacks bench-latency bench-sets bench-adaptive  ## every benchmark

bench-scoring: .venv/ready-dev
	@$(BIN)/python -m benchmarks.bench_scoring

bench-check: .venv/ready-dev  ## a quick run of bench-scoring, held to benchmarks/floors.json
	@$(BIN)/python -m benchmarks.bench_scoring --check

model-card: .venv/ready-dev  ## write docs/model-card.md from what was measured
	@$(BIN)/python -m benchmarks.scoring_card

bench-attacks: .venv/ready-dev  ## texts meant to deceive, and the same answer in another dress
	@$(BIN)/python -m benchmarks.attacks

bench-adaptive: .venv/ready-dev  ## questions needed, coverage, use of the bank, on simulated people
	@OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks.bench_adaptive

bench-latency: .venv/ready-dev
	@$(BIN)/python -m benchmarks.bench_latency

bench-sets: .venv/ready-dev  ## sets of questions beside greedy and random ones
	@$(BIN)/python -m benchmarks.bench_sets

bank-report: .venv/ready-dev  ## measure the whole bank with the model
	@$(BIN)/skillprep bank report --out benchmarks/results/bank.json

splits: .venv/ready-dev  ## divide new questions into train, dev and test
	@$(BIN)/python -m benchmarks.split_questions

tune-encoder: .venv/ready-dev  ## train the scoring encoder again (40 minutes on two cores)
	@$(BIN)/python -m benchmarks.tune_encoder

tune-polarity: .venv/ready-dev  ## train the model that tells denials again (50 minutes)
	@$(BIN)/python -m benchmarks.tune_polarity

fit-head: .venv/ready-dev  ## fit the scorer's head again from the labelled data
	@$(BIN)/python -m benchmarks.fit_head

fit-star: .venv/ready-dev  ## fit the judge of a story's parts again
	@$(BIN)/python -m benchmarks.fit_star

fit-disowning: .venv/ready-dev  ## fit what tells a sentence that takes back the others
	@$(BIN)/python -m benchmarks.fit_disowning

.venv/ready-run: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/ready-dev: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch .venv/ready-run $@

clean:  ## forget the environment and caches; data/ stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
