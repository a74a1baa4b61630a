// Numbers the formulas of an article, and puts the numbers where the article refers to them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// REQUIRES: formulas come in the order of the article.
class FormulaNumbers {
  public:
    // Replaces the marks of a formula (katex_engine.h): rows get their numbers, and labels are kept
    // and removed.
    void number(std::string& mathml);

    // Replaces the marks of references in all formulas. Returns the labels that no formula has;
    // "??" stands for these.
    std::vector<std::string> refer(model::Document& document) const;

  private:
    void take_labels(std::string& mathml);
    void refer(std::vector<model::Node>& nodes, std::vector<std::string>& missing) const;

    int last_ = 0;
    std::map<std::string, std::string> numbers_;  // by label, as marks have it
};

}  // namespace broadsheet::press
