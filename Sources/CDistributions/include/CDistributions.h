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

#ifdef __cplusplus
}
#endif
#endif
