#include "CDistributions.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <cmath>
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

// The value of `f`; NaN where Boost would throw all the same.
template <class Function>
double quietly(Function f) noexcept {
    try {
        return f();
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

double gamma(Question question, double x, double shape) noexcept {
    if (!(shape > 0)) return nan_value;
    return answer(bm::gamma_distribution<double, Quiet>(shape, 1), question, x);
}

// A far tail of the noncentral chi-square, as the Poisson mixture of central ones in logarithms.
//
// Boost begins at the mode of the Poisson weights, where the central tail may be below the smallest
// double although its product with the weight is not the largest. The terms rise and fall once.
double far_noncentral(bool is_lower, double x, double df, double noncentrality) {
    const double mean = noncentrality / 2;
    const double slowest = 100000;
    double sum = 0;
    for (double k = 0; k < slowest; k++) {
        const double tail = is_lower ? bm::gamma_p(df / 2 + k, x / 2, Quiet())
                                     : bm::gamma_q(df / 2 + k, x / 2, Quiet());
        if (is_lower && tail == 0) break;
        const double term =
            std::exp(k * std::log(mean) - mean - bm::lgamma(k + 1, Quiet()) + std::log(tail));
        sum += term;
        if (sum > 0 && term < sum * 1e-17) break;
    }
    return sum;
}

double noncentral(Question question, double x, double df, double noncentrality) noexcept {
    if (!(df > 0) || !(noncentrality >= 0) || !std::isfinite(noncentrality)) return nan_value;
    const bool is_tail = question == lower || question == upper;
    // Boost's upper tail at zero is zero.
    if (is_tail && x == 0) return question == lower ? 0 : 1;
    if (is_tail && std::isinf(x) && x > 0) return question == lower ? 1 : 0;
    const double value = answer(
        bm::non_central_chi_squared_distribution<double, Quiet>(df, noncentrality), question, x);
    if (!is_tail || value != 0 || noncentrality == 0) return value;
    return quietly([=] { return far_noncentral(question == lower, x, df, noncentrality); });
}

bool is_binomial(double trials, double probability) noexcept {
    return trials >= 0 && std::isfinite(trials) && std::floor(trials) == trials
        && probability >= 0 && probability <= 1;
}

double binomial(Question question, double k, double trials, double probability) noexcept {
    if (!is_binomial(trials, probability) || std::isnan(k)) return nan_value;
    if (k < 0) return question == lower ? 0 : 1;
    if (k >= trials) return question == lower ? 1 : 0;
    return answer(
        bm::binomial_distribution<double, Quiet>(trials, probability), question, std::floor(k));
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

double ashar_gamma_lower(double x, double shape) { return gamma(lower, x, shape); }
double ashar_gamma_upper(double x, double shape) { return gamma(upper, x, shape); }
double ashar_gamma_quantile(double p, double shape) { return gamma(quantile, p, shape); }
double ashar_gamma_upper_quantile(double p, double shape) {
    return gamma(upper_quantile, p, shape);
}

double ashar_noncentral_chi_square_lower(double x, double df, double noncentrality) {
    return noncentral(lower, x, df, noncentrality);
}
double ashar_noncentral_chi_square_upper(double x, double df, double noncentrality) {
    return noncentral(upper, x, df, noncentrality);
}
double ashar_noncentral_chi_square_quantile(double p, double df, double noncentrality) {
    return noncentral(quantile, p, df, noncentrality);
}
double ashar_noncentral_chi_square_upper_quantile(double p, double df, double noncentrality) {
    return noncentral(upper_quantile, p, df, noncentrality);
}

double ashar_binomial_lower(double k, double trials, double probability) {
    return binomial(lower, k, trials, probability);
}
double ashar_binomial_upper(double k, double trials, double probability) {
    return binomial(upper, k, trials, probability);
}
double ashar_binomial_mass(double k, double trials, double probability) {
    if (!is_binomial(trials, probability) || std::isnan(k)) return nan_value;
    if (k < 0 || k > trials || std::floor(k) != k) return 0;
    return quietly([=] {
        return bm::pdf(bm::binomial_distribution<double, Quiet>(trials, probability), k);
    });
}

double ashar_log_gamma(double x) {
    if (!(x > 0)) return nan_value;
    return quietly([=] { return bm::lgamma(x, Quiet()); });
}
double ashar_digamma(double x) {
    if (!(x > 0)) return nan_value;
    return quietly([=] { return bm::digamma(x, Quiet()); });
}
double ashar_trigamma(double x) {
    if (!(x > 0)) return nan_value;
    return quietly([=] { return bm::trigamma(x, Quiet()); });
}
