# The difference of every two groups' shares of high cholesterol, tested, by R survey.
# Rscript differences.R ../../../../Examples/nhanes/data.csv > differences.csv
suppressPackageStartupMessages(library(survey))
data <- read.csv(commandArgs(trailingOnly = TRUE)[1])
design <- svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = data)
answered <- subset(design, !is.na(HI_CHOL))
rows <- list()
for (by in c("race", "agecat", "RIAGENDR")) {
  shares <- svyby(~HI_CHOL, reformulate(by), answered, svymean, covmat = TRUE)
  groups <- as.character(shares[[by]])
  for (i in seq_len(length(groups) - 1)) for (j in (i + 1):length(groups)) {
    factors <- numeric(length(groups))
    factors[c(i, j)] <- c(1, -1)
    contrast <- svycontrast(shares, factors)
    # The clusters that hold a group, less their strata; the smaller number of the two groups.
    df <- min(sapply(groups[c(i, j)], function(g) degf(subset(design, design$variables[[by]] %in% g))))
    p <- 2 * pt(-abs(coef(contrast) / SE(contrast)), df)
    rows[[length(rows) + 1]] <- data.frame(by = by, first = groups[i], second = groups[j],
      difference = as.numeric(coef(contrast)), se = as.numeric(SE(contrast)), df = df, p = as.numeric(p))
  }
}
result <- do.call(rbind, rows)
result$holm <- ave(result$p, result$by, FUN = function(p) p.adjust(p, "holm"))
cat(sprintf("# %s, survey %s\n", R.version.string, packageVersion("survey")))
number <- function(x) formatC(x, digits = 17, width = 1)
for (column in c("difference", "se", "p", "holm")) result[[column]] <- number(result[[column]])
write.csv(result, row.names = FALSE, quote = c(1, 2, 3))
