// The punctuation of an article's texts, by the settings of its site and by its language.
#pragma once

#include <array>
#include <string>

#include "press/articles/article.h"
#include "press/punctuation/punctuation.h"

namespace broadsheet::press {

class ArticlePunctuation {
  public:
    ArticlePunctuation(const SourceArticle& article, const SiteConfig& config);

    // False if texts are published as they are written.
    bool is_smart() const { return is_smart_; }
    // Replaces the marked signs of the body.
    void apply(model::Document& document) const;
    // Converts a text that is not Markdown, such as the title.
    std::string apply(const std::string& text) const;

  private:
    QuoteMarks own() const { return {own_[0], own_[1], own_[2], own_[3]}; }

    bool is_smart_;
    std::string language_;
    std::array<std::string, 4> own_;
    bool has_own_ = false;
};

}  // namespace broadsheet::press
