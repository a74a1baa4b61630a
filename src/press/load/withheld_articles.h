// Says why articles are not published.
#pragma once

#include <optional>
#include <string>

#include "press/articles/article.h"

namespace broadsheet::press {

// Counts the articles that a filter leaves out.
class WithheldArticles {
  public:
    explicit WithheldArticles(const PublishFilter& filter) : filter_(filter) {}

    void add(const SourceArticle& article);
    bool is_empty() const { return drafts_ + future_ + expired_ == 0; }

    // A note about articles with a date in the future, if there are any.
    std::optional<Diagnostic> describe_future() const;
    // A warning about a site without articles, if this is why and not only dates in the future.
    std::optional<Diagnostic> describe_all() const;

  private:
    PublishFilter filter_;
    int drafts_ = 0;
    int future_ = 0;
    int expired_ = 0;
    std::string first_;         // its path
    std::string first_future_;  // likewise
};

}  // namespace broadsheet::press
