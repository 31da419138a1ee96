#include "CDistributions.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <limits>

namespace {

namespace bm = boost::math;
namespace bp = boost::math::policies;

// A wrong argument gives NaN and an overflow infinity, instead of an exception.
typedef bp::policy<
    bp::domain_error<bp::ignore_error>, bp::pole_error<bp::ignore_error>,
    bp::overflow_error<bp::ignore_error>, bp::evaluation_error<bp::ignore_error>,
    bp::rounding_error<bp::ignore_error>, bp::indeterminate_result_error<bp::ignore_error>,
    bp::promote_double<false>>
    Quiet;

const double nan_value = std::numeric_limits<double>::quiet_NaN();

enum Question { lower, upper, quantile, upper_quantile };

// Answers one question about `distribution`; NaN where Boost would throw all the same.
template <class Distribution>
double answer(const Distribution &distribution, Question question, double x) noexcept {
    try {
        switch (question) {
        case lower: return bm::cdf(distribution, x);
        case upper: return bm::cdf(bm::complement(distribution, x));
        case quantile: return bm::quantile(distribution, x);
        case upper_quantile: return bm::quantile(bm::complement(distribution, x));
        }
    } catch (...) {
    }
    return nan_value;
}

double normal(Question question, double x) noexcept {
    return answer(bm::normal_distribution<double, Quiet>(0, 1), question, x);
}

double student(Question question, double x, double df) noexcept {
    if (!(df > 0)) return nan_value;
    return answer(bm::students_t_distribution<double, Quiet>(df), question, x);
}

double chi_square(Question question, double x, double df) noexcept {
    if (!(df > 0)) return nan_value;
    return answer(bm::chi_squared_distribution<double, Quiet>(df), question, x);
}

double fisher(Question question, double x, double df1, double df2) noexcept {
    if (!(df1 > 0) || !(df2 > 0)) return nan_value;
    return answer(bm::fisher_f_distribution<double, Quiet>(df1, df2), question, x);
}

double beta(Question question, double x, double a, double b) noexcept {
    if (!(a > 0) || !(b > 0)) return nan_value;
    return answer(bm::beta_distribution<double, Quiet>(a, b), question, x);
}

}  // namespace

double ashar_normal_lower(double x) { return normal(lower, x); }
double ashar_normal_upper(double x) { return normal(upper, x); }
double ashar_normal_quantile(double p) { return normal(quantile, p); }
double ashar_normal_upper_quantile(double p) { return normal(upper_quantile, p); }

double ashar_t_lower(double x, double df) { return student(lower, x, df); }
double ashar_t_upper(double x, double df) { return student(upper, x, df); }
double ashar_t_quantile(double p, double df) { return student(quantile, p, df); }
double ashar_t_upper_quantile(double p, double df) { return student(upper_quantile, p, df); }

double ashar_chi_square_lower(double x, double df) { return chi_square(lower, x, df); }
double ashar_chi_square_upper(double x, double df) { return chi_square(upper, x, df); }
double ashar_chi_square_quantile(double p, double df) { return chi_square(quantile, p, df); }
double ashar_chi_square_upper_quantile(double p, double df) {
    return chi_square(upper_quantile, p, df);
}

double ashar_f_lower(double x, double df1, double df2) { return fisher(lower, x, df1, df2); }
double ashar_f_upper(double x, double df1, double df2) { return fisher(upper, x, df1, df2); }
double ashar_f_quantile(double p, double df1, double df2) { return fisher(quantile, p, df1, df2); }
double ashar_f_upper_quantile(double p, double df1, double df2) {
    return fisher(upper_quantile, p, df1, df2);
}

double ashar_beta_lower(double x, double a, double b) { return beta(lower, x, a, b); }
double ashar_beta_upper(double x, double a, double b) { return beta(upper, x, a, b); }
double ashar_beta_quantile(double p, double a, double b) { return beta(quantile, p, a, b); }
double ashar_beta_upper_quantile(double p, double a, double b) {
    return beta(upper_quantile, p, a, b);
}
