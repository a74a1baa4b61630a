#include "bundle/write/write_start.h"

#include <map>
#include <string_view>
#include <vector>

#include "bundle/write/write_summary.h"

namespace broadsheet::bundle {

using model::ArticleSummary;

namespace {

void write_categories(JsonText& out, std::string_view key,
                      const std::vector<model::CategoryNode>& nodes) {
    if (nodes.empty()) return;
    out.key(key);
    out.open_array();
    for (const model::CategoryNode& node : nodes) {
        out.open_object();
        out.member("t", node.name);
        out.member("p", node.path);
        out.member("n", node.count);
        write_categories(out, "c", node.children);
        out.close_object();
    }
    out.close_array();
}

void write_texts(JsonText& out, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    out.key(key);
    out.open_array();
    for (const std::string& text : texts) out.text(text);
    out.close_array();
}

void write_advertisements(JsonText& out, const std::vector<model::Advertisement>& all) {
    if (all.empty()) return;
    out.key("advertisements");
    out.open_array();
    for (const model::Advertisement& each : all) {
        out.open_object();
        out.member("sl", static_cast<int>(each.slot));
        out.member("f", each.file);
        write_text(out, "to", each.target);
        write_text(out, "x", each.alternative_text);
        out.member("w", each.width);
        out.member("h", each.height);
        if (each.framed) out.member("fr", 1);
        out.close_object();
    }
    out.close_array();
}

void write_look(JsonText& out, const std::map<std::string, std::string>& look) {
    if (look.empty()) return;
    out.key("look");
    out.open_object();
    for (const auto& [name, value] : look) out.member(name, value);
    out.close_object();
}

}  // namespace

std::string write_start(const model::Site& site) {
    JsonText out;
    Terms terms;
    out.open_object();
    out.member("title", site.title);
    write_text(out, "tagline", site.tagline);
    write_text(out, "description", site.description);
    out.member("language", site.language);
    write_text(out, "base_url", site.base_url);
    write_text(out, "copyright", site.copyright);
    out.member("week_start", site.week_start);
    out.member("page_size", site.page_size);
    out.member("run_length", site.chunk_length);
    out.member("article_count", site.article_count);
    write_text(out, "logo", site.logo);
    if (!site.feeds_of_lists) out.member("one_feed", 1);
    if (!site.date_format.empty()) out.member("date_format", site.date_format);
    write_texts(out, "phrases", site.phrases);
    write_texts(out, "calendar_names", site.calendar_names);
    write_texts(out, "frame_sources", site.frame_sources);
    if (site.front_beside != model::Site().front_beside) {
        out.member("front_beside", site.front_beside);
    }
    if (site.front_latest != model::Site().front_latest) {
        out.member("front_latest", site.front_latest);
    }
    if (site.lines != model::TextLines::ragged) out.member("lines", static_cast<int>(site.lines));
    if (!site.hyphens) out.member("no_hyphens", 1);
    if (!site.hanging) out.member("no_hanging", 1);
    if (site.drop_caps) out.member("drop_caps", 1);
    if (site.indented) out.member("indented", 1);
    if (site.figures != model::TextFigures::font) {
        out.member("figures", static_cast<int>(site.figures));
    }
    if (site.consent_bar) out.member("consent_bar", 1);
    if (site.offline) out.member("offline", 1);
    write_advertisements(out, site.advertisements);
    write_look(out, site.look);
    if (!site.taxonomy_authors) out.member("no_authors", 1);
    const model::LiveComments& comments = site.comments;
    write_text(out, "comments_provider", comments.provider);
    write_text(out, "comments_frame", comments.frame);
    write_text(out, "comments_themes", comments.themes);
    write_text(out, "comments_mail", comments.mail);
    if (!site.editions.empty()) {
        out.key("editions");
        out.open_array();
        for (const model::EditionLink& edition : site.editions) {
            out.text(edition.language);
            out.text(edition.name);
            out.text(edition.path);
        }
        out.close_array();
    }
    write_links(out, "utility_menu", site.utility_menu);
    write_links(out, "main_menu", site.main_menu);
    write_links(out, "footer_menu", site.footer_menu);
    write_categories(out, "categories", site.categories);
    terms.write(out, "taxonomies", site.taxonomies);
    out.key("top_tags");
    out.open_array();
    for (const model::TagCount& tag : site.top_tags) {
        out.open_array();
        out.text(tag.name);
        out.text(tag.path);
        out.number(tag.count);
        out.close_array();
    }
    out.close_array();
    out.key("archive");
    out.open_array();
    for (const model::ArchiveMonth& month : site.archive) {
        out.open_array();
        out.number(month.year);
        out.number(month.month);
        out.number(month.count);
        out.number(month.days);
        for (const int count : month.day_counts) out.number(count);
        out.close_array();
    }
    out.close_array();
    out.key("recent");
    out.open_array();
    for (const ArticleSummary& summary : site.recent) {
        out.open_object();
        write_summary_members(out, summary, terms);
        out.close_object();
    }
    out.close_array();
    terms.write_table(out);
    out.close_object();
    return out.take();
}

}  // namespace broadsheet::bundle
