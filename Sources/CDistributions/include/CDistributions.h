#ifndef ASHAR_DISTRIBUTIONS_H
#define ASHAR_DISTRIBUTIONS_H

#ifdef __cplusplus
extern "C" {
#endif

/// Lower tail of Student's t with `df` degrees of freedom.
double ashar_t_cdf(double t, double df);

#ifdef __cplusplus
}
#endif
#endif
