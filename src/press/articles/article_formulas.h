// The formulas of an article, if it has any by its own switch or by that of the site.
#pragma once

#include <string>
#include <string_view>

#include "press/articles/article.h"
#include "press/text/formulas.h"

namespace broadsheet::press {

class ArticleFormulas {
  public:
    ArticleFormulas(const SourceArticle& article, const ContentFolder& content);

    // The body with placeholders. REQUIRES: the article's text has not changed.
    std::string_view marked_text() const;
    int source_line(int line) const { return marked_.source_line(line); }

    // A line of text, such as a title, with its formulas in words: lists, feeds and windows show it
    // as it is. A formula whose TeX is wrong stays.
    std::string in_words(const std::string& line) const;

    // Puts the formulas into the article's body, and reports those whose TeX is wrong.
    void place(Article& article) const;

  private:
    std::string_view source_;
    bool active_ = false;
    bool single_dollars_ = true;
    bool display_stands_alone_ = false;
    FormulaText marked_;
};

}  // namespace broadsheet::press
