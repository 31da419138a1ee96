# Mean trust of Examples/kyrgyzstan, for all and by region, with the weights fitted to the population: by
# region (post-stratification), and by region and sex (raking); linearised, and by the jackknife.
# Rscript calibrated.R ../../../../Examples/kyrgyzstan > calibrated.csv
suppressPackageStartupMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(name) read.csv(file.path(folder, name), colClasses = c(cluster = "character"))
clusters <- read("sample/clusters.csv")
data <- merge(subset(read("answers.csv"), consent == "yes"),
  clusters[c("cluster", "stratum", "cluster_probability", "household_probability")], by = "cluster")

# One over the probabilities, times the adults of the household, times selected over answered.
selected <- with(subset(clusters, role == "main"), tapply(interviews, stratum, sum))
answered <- table(data$stratum)
data$base <- with(data, adults / (cluster_probability * household_probability) *
  as.numeric(selected[stratum] / answered[stratum]))

# The score: the mean of seven or more of the nine items, five of them turned round.
items <- sapply(1:9, function(i) {
  answer <- as.numeric(data[[paste0("trust_", i)]])
  answer[!answer %in% 1:5] <- NA
  if (i <= 5) 6 - answer else answer
})
data$known <- rowSums(!is.na(items)) >= 7
# Outside the subset any number will do, but NA would spread.
data$trust <- ifelse(data$known, rowMeans(items, na.rm = TRUE), 0)

# In each region a stratum with a single cluster is joined to the other.
single <- c("batken", "issyk_kul", "osh")
data$joined <- ifelse(data$region %in% single, data$region, data$stratum)

frame <- read.csv(file.path(folder, "frame.csv"))
region <- aggregate(population ~ region, frame, sum)
names(region)[2] <- "Freq"
sex <- data.frame(sex = c("female", "male"), Freq = c(0.52, 0.48) * sum(region$Freq))

plain <- svydesign(id = ~cluster, strata = ~joined, weights = ~base, data = data)
jackknife <- as.svrepdesign(plain, type = "JKn")
raked <- function(design) rake(design, list(~region, ~sex), list(region, sex),
  control = list(maxit = 1000, epsilon = 1e-12))
designs <- list(
  "region linearised" = postStratify(plain, ~region, region),
  "region jackknife" = postStratify(jackknife, ~region, region),
  "region and sex linearised" = raked(plain),
  "region and sex jackknife" = raked(jackknife))
number <- function(x) formatC(as.numeric(x), digits = 17, width = 1)
result <- do.call(rbind, lapply(names(designs), function(name) {
  known <- subset(designs[[name]], known)
  all <- svymean(~trust, known)
  parts <- svyby(~trust, ~region, known, svymean)
  data.frame(design = name, region = c("all", as.character(parts$region)),
    mean = number(c(coef(all), coef(parts))), se = number(c(SE(all), SE(parts))))
}))
cat(sprintf("# %s, survey %s\n", R.version.string, packageVersion("survey")))
write.csv(result, row.names = FALSE, quote = FALSE)
