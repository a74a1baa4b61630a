#include "press/load/withheld_articles.h"

#include <string>
#include <vector>

namespace broadsheet::press {

void WithheldArticles::add(const SourceArticle& article) {
    PublishFilter wider = filter_;
    wider.drafts = true;
    const auto counts = [&](int& count) {
        if (drafts_ + future_ + expired_ == 0) first_ = article.shown_path;
        ++count;
    };
    if (is_published(article, wider)) return counts(drafts_);
    wider.future = true;
    if (is_published(article, wider)) {
        // A draft with such a date waits for both.
        if (future_ == 0 && !article.fields.draft) first_future_ = article.shown_path;
        return counts(article.fields.draft && !filter_.drafts ? drafts_ : future_);
    }
    wider.expired = true;
    if (is_published(article, wider)) counts(expired_);
}

std::optional<Diagnostic> WithheldArticles::describe_future() const {
    if (future_ == 0) return std::nullopt;
    Diagnostic result;
    result.severity = Severity::note;
    result.path = first_future_;
    result.what = future_ == 1 ? "the date of this article is in the future, so it is not published"
                               : std::to_string(future_) +
                                     " articles have a date in the future, so they are not "
                                     "published; this is the first";
    result.remedy = "--future publishes " + std::string(future_ == 1 ? "it" : "them");
    return result;
}

std::optional<Diagnostic> WithheldArticles::describe_all() const {
    const int all = drafts_ + future_ + expired_;
    if (all == future_) return std::nullopt;  // describe_future says it
    Diagnostic result;
    result.severity = Severity::warning;
    result.path = first_;
    result.what = "no article is published: ";
    std::vector<std::string> options;
    const auto add = [&](int count, const char* one, const char* several, const char* option) {
        if (count == 0) return;
        if (!options.empty()) result.what += ", ";
        result.what.append(std::to_string(count)).append(" ").append(count == 1 ? one : several);
        options.emplace_back(option);
    };
    add(drafts_, "is a draft", "are drafts", "--drafts");
    add(future_, "has a date in the future", "have a date in the future", "--future");
    add(expired_, "has expired", "have expired", "--expired");
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (i > 0) result.remedy += i + 1 == options.size() ? " and " : ", ";
        result.remedy += options[i];
    }
    result.remedy.append(options.size() == 1 ? " publishes " : " publish ")
        .append(all == 1 ? "it" : "them");
    return result;
}

}  // namespace broadsheet::press
