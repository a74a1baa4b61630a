#include "press/articles/article_punctuation.h"

#include "press/html/entity.h"

namespace broadsheet::press {

ArticlePunctuation::ArticlePunctuation(const SourceArticle& article, const SiteConfig& config)
    : is_smart_(config.text.punctuation == Punctuation::smart),
      language_(article.language.empty() ? config.language : article.language),
      has_own_(config.text.quotes.size() == own_.size()) {
    for (std::size_t i = 0; has_own_ && i < own_.size(); ++i) {
        own_[i] = decode_entities(config.text.quotes[i]);
    }
}

void ArticlePunctuation::apply(model::Document& document) const {
    if (!is_smart_) return;
    const QuoteMarks marks = own();
    set_punctuation(document, language_, has_own_ ? &marks : nullptr);
}

std::string ArticlePunctuation::apply(const std::string& text) const {
    if (!is_smart_) return text;
    const QuoteMarks marks = own();
    return smart_text(text, language_, has_own_ ? &marks : nullptr);
}

}  // namespace broadsheet::press
