# The tables of a report by R survey: item means and shares of answers, whole and by each breakdown, with
# standard errors and intervals. Prints seconds of processor time and the item means, for comparison.
suppressPackageStartupMessages({ library(survey); library(jsonlite) })
arguments <- commandArgs(trailingOnly = TRUE)
data <- read.csv(arguments[1])
items <- sprintf("q%02d", 1:40)
breakdowns <- sprintf("g%d", 1:6)
start <- proc.time()
means <- list()
design <- svydesign(id = ~cluster, strata = ~stratum, weights = ~weight, data = data)
for (item in items) {
  design <- update(design, answer = data[[item]], share = factor(data[[item]], levels = 1:5))
  mean <- svymean(~answer, design, na.rm = TRUE, deff = TRUE)
  confint(mean, df = degf(design))
  means[[paste(item, "all")]] <- c(coef(mean)[[1]], SE(mean)[[1]])
  confint(svymean(~share, design, na.rm = TRUE), df = degf(design))
  for (breakdown in breakdowns) {
    by <- svyby(~answer, reformulate(breakdown), design, svymean, na.rm = TRUE)
    confint(by, df = degf(design))
    for (row in seq_len(nrow(by)))
      means[[paste(item, breakdown, by[[1]][row])]] <- c(by[["answer"]][row], by[["se"]][row])
    shares <- svyby(~share, reformulate(breakdown), design, svymean, na.rm = TRUE)
    confint(shares, df = degf(design))
  }
}
used <- proc.time() - start
cat(toJSON(list(seconds = used[["user.self"]] + used[["sys.self"]], means = means,
                version = as.character(packageVersion("survey"))), auto_unbox = TRUE, digits = 17))
