# Every share that the report on Examples/nhanes prints, with its standard error, by R survey.
# Rscript nhanes-all.R ../../../Examples/nhanes/data.csv > nhanes-all.csv
suppressPackageStartupMessages(library(survey))
data <- read.csv(commandArgs(trailingOnly = TRUE)[1])
questions <- c("HI_CHOL", "race", "agecat", "RIAGENDR")
breakdowns <- list("RIAGENDR", "agecat", "race", c("RIAGENDR", "race"))
for (q in questions) data[[q]] <- factor(data[[q]])
design <- svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = data)
number <- function(x) formatC(x, digits = 17, width = 1)
cat(sprintf("# %s, survey %s\nquestion,answer,breakdown,group,share,se,deff\n", R.version.string, packageVersion("survey")))
for (q in questions) {
  answers <- levels(data[[q]])
  mean <- svymean(reformulate(q), design, na.rm = TRUE, deff = TRUE)
  for (k in seq_along(answers))
    cat(paste(q, dQuote(answers[k], FALSE), "", "all", number(coef(mean)[k]), number(SE(mean)[k]), number(deff(mean)[k]), sep = ","), "\n", sep = "")
  for (breakdown in breakdowns) {
    if (q %in% breakdown) next
    by <- svyby(reformulate(q), reformulate(breakdown), design, svymean, na.rm = TRUE)
    errors <- SE(by)
    for (row in seq_len(nrow(by))) {
      group <- paste(sapply(breakdown, function(b) as.character(by[[b]][row])), collapse = " x ")
      for (k in seq_along(answers))
        cat(paste(q, dQuote(answers[k], FALSE), paste(breakdown, collapse = " x "), dQuote(group, FALSE),
                  number(by[[paste0(q, answers[k])]][row]), number(as.matrix(errors)[row, k]), "", sep = ","), "\n", sep = "")
    }
  }
}
