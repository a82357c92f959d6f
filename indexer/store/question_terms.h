// The terms by which a question is offered as a completion.
#pragma once

#include <xapian.h>

#include <string_view>

namespace giaidap {

// Adds schema::completion's terms of the question; nothing where it has no words.
void add_question_terms(Xapian::Document& document, std::string_view question);

}  // namespace giaidap
