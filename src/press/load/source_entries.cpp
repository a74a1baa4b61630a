#include "press/load/source_entries.h"

namespace broadsheet::press {

namespace {

// The moments at which an article that is neither a draft nor hidden appears and expires.
std::vector<ComingChange> coming_changes(const SourceArticle& article, std::int64_t now) {
    std::vector<ComingChange> changes;
    const Fields& fields = article.fields;
    if (fields.draft || fields.hidden) return changes;
    std::int64_t appears = now;
    const auto add = [&](const model::Date& time, ChangeReason reason) {
        if (seconds_since_epoch(time) <= appears) return;
        if (reason == ChangeReason::expiry_date || changes.empty()) {
            changes.push_back({time, reason});
        } else {
            changes.front() = {time, reason};
        }
        appears = seconds_since_epoch(time);
    };
    if (article.dated && article.kind == model::EntryKind::article && !fields.publish) {
        add(article.date, ChangeReason::date);
    }
    if (fields.publish) add(*fields.publish, ChangeReason::publish_date);
    if (!fields.expiry) return changes;
    const bool is_ever_seen = seconds_since_epoch(*fields.expiry) > appears;
    if (!is_ever_seen) return {};
    add(*fields.expiry, ChangeReason::expiry_date);
    return changes;
}

}  // namespace

SourceEntry source_of(const Article& article, const model::Date& now) {
    const std::int64_t seconds = seconds_since_epoch(now);
    SourceEntry source;
    source.file = article.shown_path;
    source.path = article.path;
    source.title = article.summary.title;
    source.kind = article.kind;
    if (article.dated) source.date = article.date;
    source.fields = article.fields.own;
    source.draft = article.fields.draft;
    const auto& publish = article.fields.publish;
    const bool has_day = article.dated && article.kind == model::EntryKind::article;
    source.future = publish ? seconds_since_epoch(*publish) > seconds
                            : has_day && seconds_since_epoch(article.date) > seconds;
    const auto& expiry = article.fields.expiry;
    source.expired = expiry && seconds_since_epoch(*expiry) <= seconds;
    source.changes = coming_changes(article, seconds);
    return source;
}

}  // namespace broadsheet::press
