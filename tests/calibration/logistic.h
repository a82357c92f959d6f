// Logistic regression by gradient descent with a small ridge: enough for some hundred cases of some dozen
// numbers, and the same on every machine.
#pragma once

#include <cstddef>
#include <vector>

namespace giaidap::calibration {

struct Example {
  std::vector<double> features;
  double label = 0;       // 1 or 0
  double weight = 1;      // its share in the sum
  std::size_t group = 0;  // examples of one group are left out together
};

inline constexpr std::size_t kFolds = 10;
inline constexpr std::size_t kNone = kFolds;  // no fold is left out

// Weights of the features and, last, of the constant 1, over the examples whose group is not in the fold left
// out. Features are brought to one scale while fitting, the weights given are those of the features as they
// are.
std::vector<double> fit(const std::vector<Example>& examples, std::size_t left_out, double ridge);

double log_odds(const std::vector<double>& weights, const std::vector<double>& features);

}  // namespace giaidap::calibration
