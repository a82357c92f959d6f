#include "tests/calibration/logistic.h"

#include <algorithm>
#include <cmath>

namespace giaidap::calibration {
namespace {

constexpr int kSteps = 4000;
constexpr double kStep = 1.0;

struct Scale {
  std::vector<double> mean, deviation;
};

Scale scale_of(const std::vector<Example>& examples) {
  const std::size_t count = examples.front().features.size();
  Scale scale{std::vector<double>(count, 0), std::vector<double>(count, 0)};
  const auto n = static_cast<double>(examples.size());
  for (const Example& example : examples) {
    for (std::size_t i = 0; i < count; ++i) scale.mean[i] += example.features[i] / n;
  }
  for (const Example& example : examples) {
    for (std::size_t i = 0; i < count; ++i)
      scale.deviation[i] += std::pow(example.features[i] - scale.mean[i], 2) / n;
  }
  for (double& deviation : scale.deviation) deviation = std::max(std::sqrt(deviation), 1e-6);
  return scale;
}

std::vector<double> scaled(const std::vector<double>& features, const Scale& scale) {
  std::vector<double> result;
  for (std::size_t i = 0; i < features.size(); ++i)
    result.push_back((features[i] - scale.mean[i]) / scale.deviation[i]);
  return result;
}

std::vector<double> unscaled(std::vector<double> weights, const Scale& scale) {
  for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
    weights[i] /= scale.deviation[i];
    weights.back() -= weights[i] * scale.mean[i];
  }
  return weights;
}

}  // namespace

double log_odds(const std::vector<double>& weights, const std::vector<double>& features) {
  double sum = weights.back();
  for (std::size_t i = 0; i < features.size(); ++i) sum += weights[i] * features[i];
  return sum;
}

std::vector<double> fit(const std::vector<Example>& examples, std::size_t left_out, double ridge) {
  const Scale scale = scale_of(examples);
  std::vector<Example> used;
  double all = 0;
  for (const Example& example : examples) {
    if (example.group % kFolds == left_out) continue;
    used.push_back({scaled(example.features, scale), example.label, example.weight, example.group});
    all += example.weight;
  }
  const std::size_t count = scale.mean.size();
  std::vector<double> weights(count + 1, 0);
  for (int step = 0; step < kSteps; ++step) {
    std::vector<double> gradient(count + 1, 0);
    for (const Example& example : used) {
      const double error =
          example.weight * (1 / (1 + std::exp(-log_odds(weights, example.features))) - example.label);
      for (std::size_t i = 0; i < count; ++i) gradient[i] += error * example.features[i];
      gradient.back() += error;
    }
    for (std::size_t i = 0; i <= count; ++i)
      weights[i] -= kStep * (gradient[i] / all + (i < count ? ridge * weights[i] : 0));
  }
  return unscaled(std::move(weights), scale);
}

}  // namespace giaidap::calibration
