#include "bundle/write/write_summary.h"

#include "bundle/format/wire.h"

namespace broadsheet::bundle {

using model::ArticleSummary;
using model::TermReference;

namespace {

void write_path(JsonText& out, std::string_view key, std::string_view path, std::string_view title,
                model::Day day) {
    if (path != default_path(title, day)) out.member(key, short_path(path, title, day));
}

}  // namespace

int Terms::number(const TermReference& term) {
    const auto [found, added] =
        numbers_.try_emplace({term.path, term.name}, static_cast<int>(ordered_.size()));
    if (added) ordered_.push_back(&term);
    return found->second;
}

void Terms::write(JsonText& out, std::string_view key, const std::vector<TermReference>& terms) {
    if (terms.empty()) return;
    out.key(key);
    out.open_array();
    for (const TermReference& term : terms) out.number(number(term));
    out.close_array();
}

void Terms::write_table(JsonText& out) const {
    out.key("terms");
    out.open_array();
    for (const TermReference* term : ordered_) {
        out.open_array();
        out.text(term->name);
        out.text(term->path);
        out.close_array();
    }
    out.close_array();
}

void write_text(JsonText& out, std::string_view key, const std::string& value) {
    if (!value.empty()) out.member(key, value);
}

void write_picture(JsonText& out, const std::optional<model::Picture>& picture) {
    if (!picture) return;
    out.key("i");
    out.open_array();
    out.text(picture->target);
    out.text(picture->alternative_text);
    out.text(picture->caption);
    out.number(picture->width);
    out.number(picture->height);
    const bool has_more = !picture->credit.empty() || picture->focus != model::Focus();
    if (!picture->placeholder.empty() || has_more) out.text(picture->placeholder);
    if (has_more) {
        out.text(picture->credit);
        out.number(picture->focus.x);
        out.number(picture->focus.y);
    }
    out.close_array();
}

void write_links(JsonText& out, std::string_view key, const std::vector<model::Link>& links) {
    if (links.empty()) return;
    out.key(key);
    out.open_array();
    for (const model::Link& link : links) {
        out.open_object();
        out.member("t", link.title);
        write_text(out, "to", link.target);
        write_links(out, "c", link.children);
        out.close_object();
    }
    out.close_array();
}

void write_summary_members(JsonText& out, const ArticleSummary& summary, Terms& terms,
                           bool excerpt) {
    write_path(out, "p", summary.path, summary.title, summary.date.day);
    out.member("t", summary.title);
    if (excerpt) write_text(out, "x", summary.excerpt);
    if (summary.date != model::Date{}) out.member("d", model::format_rfc3339(summary.date));
    terms.write(out, "c", summary.category_trail);
    terms.write(out, "a", summary.authors);
    write_picture(out, summary.picture);
    if (summary.reading_minutes != 1) out.member("m", summary.reading_minutes);
}

void write_summaries(JsonText& out, std::string_view key,
                     const std::vector<ArticleSummary>& summaries, Terms& terms) {
    if (summaries.empty()) return;
    out.key(key);
    out.open_array();
    for (const ArticleSummary& summary : summaries) {
        out.open_object();
        write_summary_members(out, summary, terms);
        out.close_object();
    }
    out.close_array();
}

void write_translations(JsonText& out, const std::vector<model::Translation>& translations) {
    if (translations.empty()) return;
    out.key("tl");
    out.open_array();
    for (const model::Translation& each : translations) {
        out.text(each.language);
        out.text(each.path);
    }
    out.close_array();
}

}  // namespace broadsheet::bundle
