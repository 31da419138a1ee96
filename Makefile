# Everything a person does with this project. `make demo` and `make test` do all set-up themselves.

# What the machine needs, named here and nowhere else.
DEBIAN := libreadstat-dev libzip-dev libxml2-dev libxlsxwriter-dev libcmark-dev libboost-math-dev \
	zlib1g-dev pkg-config g++ python3 python3-venv
# For the PDF (`ashar report --pdf`) and the tests in a browser.
# librsvg2-bin draws the charts of the Word file as pixels, for what cannot show vectors (`--docx`).
DEBIAN_BROWSER := chromium fonts-noto-core fonts-liberation2 poppler-utils librsvg2-bin
# For the tests in a browser: Playwright drives Chromium, axe-core finds what screen readers trip over.
PYPI := playwright axe-playwright-python pikepdf
# For `make bench`: what Ashar is measured against.
DEBIAN_BENCH := r-base-core r-cran-survey r-cran-jsonlite
PYPI_BENCH := polars numpy svy lxml

TOOLS := .tools
PYTHON := $(TOOLS)/python/bin/python
ASHAR := .build/release/ashar
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# The Swift compiler: the one on the path, or the usual place of a tarball install.
export PATH := $(PATH):/opt/swift/usr/bin:/usr/libexec/swift/bin

.PHONY: demo test bench fuzz format lint build release setup setup-test packages python clean help

help:
	@echo "make demo    build, run the example study from its census table to its report"
	@echo "make test    lint, build, every test"
	@echo "make bench   measure against R survey, svy and polars; BENCH=--quick: on fewer rows"
	@echo "make fuzz    throw made-up bytes at every reader (SECONDS=600 in all)"
	@echo "make format  format the code; make lint only says what is off"

# The main job, from the census table to the report, on the example study.
demo: release
	@$(ASHAR) sample Examples/kyrgyzstan
	@$(ASHAR) simulate Examples/kyrgyzstan
	@$(ASHAR) weight Examples/kyrgyzstan
	@$(ASHAR) report Examples/kyrgyzstan
	@echo
	@echo "The answers are made up; the design is that of a published study. Open in a browser:"
	@echo "  file://$(CURDIR)/Examples/kyrgyzstan/report/report.html"
	@echo "  file://$(CURDIR)/Examples/kyrgyzstan/sample/sample.html"
	@echo "  file://$(CURDIR)/Examples/kyrgyzstan/sample/field/sheets.html"
	@echo "  file://$(CURDIR)/Examples/kyrgyzstan/weights/weights.html"
	@echo "Reports on real answers: ashar report Examples/bfi, ashar report Examples/nhanes"

test: lint build setup-test
	swift test --skip-build --quiet
	$(PYTHON) Tests/Browser/run.py

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

build: setup
	swift build --build-tests --explicit-target-dependency-import-check error

release: setup
	swift build -c release --product ashar

bench: release
	@$(MAKE) --no-print-directory packages DEBIAN="$(DEBIAN_BENCH)"
	@$(MAKE) --no-print-directory python PYPI="$(PYPI_BENCH)" LIST=installed-bench
	$(PYTHON) Benchmarks/run.py $(BENCH)

SECONDS ?= 600
fuzz: setup
	Fuzz/run.sh all $(SECONDS)

# Installs what is missing; says nothing when nothing is.
setup: packages
	@command -v swift > /dev/null || { echo "Swift 6.3 is missing: https://www.swift.org/install/linux" >&2; exit 1; }

setup-test: setup
	@$(MAKE) --no-print-directory packages DEBIAN="$(DEBIAN_BROWSER)"
	@$(MAKE) --no-print-directory python

packages:
	@missing=$$(for package in $(DEBIAN); do \
		dpkg-query -W -f='$${Status}' $$package 2> /dev/null | grep -q 'install ok installed' || echo $$package; \
	done); \
	if [ -n "$$missing" ]; then \
		echo "Installing" $$missing; \
		$(SUDO) apt-get update -q > /dev/null && \
		DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -qy --no-install-recommends $$missing > /dev/null; \
	fi

LIST := installed
python: packages
	@[ -x $(PYTHON) ] || python3 -m venv $(TOOLS)/python
	@printf '%s\n' $(PYPI) | cmp -s - $(TOOLS)/$(LIST) || { \
		$(PYTHON) -m pip install -q --disable-pip-version-check $(PYPI) && printf '%s\n' $(PYPI) > $(TOOLS)/$(LIST); }

clean:
	rm -rf .build $(TOOLS) Examples/*/report Examples/*/weights Examples/*/simulation Examples/*/sample/field
