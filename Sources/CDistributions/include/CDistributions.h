#ifndef ASHAR_DISTRIBUTIONS_H
#define ASHAR_DISTRIBUTIONS_H

// Probability distributions of Boost.Math behind plain C functions.
//
// For each distribution: the lower tail, the upper tail, the quantile of a lower tail and the quantile
// of an upper tail. An argument outside the domain gives NaN; nothing is ever thrown through C.

#ifdef __cplusplus
extern "C" {
#endif

double ashar_normal_lower(double x);
double ashar_normal_upper(double x);
double ashar_normal_quantile(double p);
double ashar_normal_upper_quantile(double p);

double ashar_t_lower(double x, double df);
double ashar_t_upper(double x, double df);
double ashar_t_quantile(double p, double df);
double ashar_t_upper_quantile(double p, double df);

double ashar_chi_square_lower(double x, double df);
double ashar_chi_square_upper(double x, double df);
double ashar_chi_square_quantile(double p, double df);
double ashar_chi_square_upper_quantile(double p, double df);

double ashar_f_lower(double x, double df1, double df2);
double ashar_f_upper(double x, double df1, double df2);
double ashar_f_quantile(double p, double df1, double df2);
double ashar_f_upper_quantile(double p, double df1, double df2);

double ashar_beta_lower(double x, double a, double b);
double ashar_beta_upper(double x, double a, double b);
double ashar_beta_quantile(double p, double a, double b);
double ashar_beta_upper_quantile(double p, double a, double b);

double ashar_gamma_lower(double x, double shape);
double ashar_gamma_upper(double x, double shape);
double ashar_gamma_quantile(double p, double shape);
double ashar_gamma_upper_quantile(double p, double shape);

double ashar_noncentral_chi_square_lower(double x, double df, double noncentrality);
double ashar_noncentral_chi_square_upper(double x, double df, double noncentrality);
double ashar_noncentral_chi_square_quantile(double p, double df, double noncentrality);
double ashar_noncentral_chi_square_upper_quantile(double p, double df, double noncentrality);

// The binomial: its tails (at most k, above k) and the probability of exactly k.
double ashar_binomial_lower(double k, double trials, double probability);
double ashar_binomial_upper(double k, double trials, double probability);
double ashar_binomial_mass(double k, double trials, double probability);

// Functions of a positive argument.
double ashar_log_gamma(double x);
double ashar_digamma(double x);
double ashar_trigamma(double x);

#ifdef __cplusplus
}
#endif
#endif
