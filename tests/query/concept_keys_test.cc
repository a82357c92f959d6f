#include "server/query/concept_keys.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace giaidap {
namespace {

ScoredTerm term(const std::string& text, std::uint32_t alternative, double weight) {
  return {text, 10, true, false, {{alternative, weight}}};
}

// One concept: "thẻ căn" or "cccd".
Scoring card() {
  Scoring scoring;
  scoring.concepts = 1;
  scoring.concept_of = {0, 0};
  scoring.terms = {term("Tthẻ", 0, 2), term("Tcăn", 0, 3), term("Tcccd", 1, 4)};
  return scoring;
}

std::uint64_t key_of(const Scoring& scoring, std::size_t wanted = 0) {
  return concept_keys(scoring)[wanted].key;
}

TEST(ConceptKeys, TheLargestScoreIsThatOfTheHeaviestWording) {
  EXPECT_DOUBLE_EQ(concept_keys(card()).front().largest, 5);
}

TEST(ConceptKeys, AreThoseOfScoresThatAreMultiples) {
  Scoring heavier = card();
  for (ScoredTerm& one : heavier.terms) one.uses.front().weight *= 3;
  EXPECT_EQ(key_of(heavier), key_of(card()));
  EXPECT_DOUBLE_EQ(concept_keys(heavier).front().largest, 15);
}

TEST(ConceptKeys, DoNotDependOnTheRestOfTheQuery) {
  Scoring other = card();
  std::reverse(other.terms.begin(), other.terms.end());
  for (ScoredTerm& one : other.terms) one.uses.front().alternative += 1;
  other.concepts = 2;
  other.concept_of = {0, 1, 1};
  other.terms.push_back(term("Tphí", 0, 9));
  EXPECT_EQ(key_of(other, 1), key_of(card()));
}

TEST(ConceptKeys, DifferWhereTheScoresDo) {
  Scoring weight = card();
  weight.terms[1].uses.front().weight = 2.9;
  Scoring wording = card();
  wording.terms[1].uses.front().alternative = 1;
  Scoring fixed = card();
  fixed.terms[2].fixed = true;
  Scoring word = card();
  word.terms[2].text = "Tcmnd";
  for (const Scoring& other : {weight, wording, fixed, word}) EXPECT_NE(key_of(other), key_of(card()));
}

TEST(ConceptKeys, OfWordsThatWeighNothingThereIsOneToo) {
  Scoring nothing = card();
  for (ScoredTerm& one : nothing.terms) one.uses.front().weight = 0;
  EXPECT_DOUBLE_EQ(concept_keys(nothing).front().largest, 0);
}

}  // namespace
}  // namespace giaidap
