// The parts that entries, lists and the start file have in common: terms, links, pictures, and the
// summaries of articles.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/publication.h"
#include "strings/json_text.h"

namespace broadsheet::bundle {

using strings::JsonText;

// The terms of a file. Categories, tags and authors occur many times in a file, so each is written
// once and referred to by number. REQUIRES: the terms outlive the table, which stores their
// addresses.
class Terms {
  public:
    int number(const model::TermReference& term);

    void write(JsonText& out, std::string_view key, const std::vector<model::TermReference>& terms);
    void write(JsonText& out, std::string_view key,
               std::vector<model::TermReference>&& terms) = delete;

    void write_table(JsonText& out) const;

    // Profiles of authors are also written once per file. Readers find them by the author's path.
    void add_profile(const model::AuthorProfile& profile) {
        profiles_.try_emplace(profile.author.path, &profile);
    }
    const std::map<std::string_view, const model::AuthorProfile*>& profiles() const {
        return profiles_;
    }

  private:
    std::map<std::string_view, const model::AuthorProfile*> profiles_;
    std::map<std::pair<std::string_view, std::string_view>, int> numbers_;
    std::vector<const model::TermReference*> ordered_;
};

// What is empty is left out.
void write_text(JsonText& out, std::string_view key, const std::string& value);
void write_picture(JsonText& out, const std::optional<model::Picture>& picture);
void write_links(JsonText& out, std::string_view key, const std::vector<model::Link>& links);
void write_translations(JsonText& out, const std::vector<model::Translation>& translations);

void write_summary_members(JsonText& out, const model::ArticleSummary& summary, Terms& terms,
                           bool excerpt = true);
void write_summaries(JsonText& out, std::string_view key,
                     const std::vector<model::ArticleSummary>& summaries, Terms& terms);

}  // namespace broadsheet::bundle
