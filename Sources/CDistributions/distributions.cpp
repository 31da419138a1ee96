#include "CDistributions.h"
#include <boost/math/distributions/students_t.hpp>

double ashar_t_cdf(double t, double df) {
    return boost::math::cdf(boost::math::students_t(df), t);
}
