// Questions that several views ask of a publication. The rules are those of WordPress where
// features name them, so that readers who come from there find the same numbers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::model {

// A tag with its size in the cloud.
struct CloudTag {
    const TagCount* tag = nullptr;
    double points = 8;  // 8–22 pt
};

// R13: weight = round(log10(count + 1) · 100); size = 8 + (weight − min) · 14 / max(1, max − min);
// sorted by name, ignoring ASCII case. Takes the first 45 of `tags`, which come most used first.
std::vector<CloudTag> tag_cloud(std::span<const TagCount> tags);

struct CalendarDay {
    int day = 0;  // 0: a blank cell before the first or after the last day
    bool has_articles = false;
};

struct MonthReference {
    int year = 0;
    int month = 0;

    bool operator==(const MonthReference&) const = default;
};

struct CalendarMonth {
    MonthReference month;
    std::vector<std::vector<CalendarDay>> weeks;  // rows of seven
    std::optional<MonthReference> previous;       // nearest older month that has articles (R14)
    std::optional<MonthReference> next;
};

// `archive` newest first, as in Site. `week_start` 1 = Monday … 7 = Sunday.
CalendarMonth calendar_month(std::span<const ArchiveMonth> archive, MonthReference month,
                             int week_start);

// Articles per year, newest first.
struct ArchiveYear {
    int year = 0;
    int count = 0;
};
std::vector<ArchiveYear> archive_years(std::span<const ArchiveMonth> archive);

// Root-first chain of categories that leads to `path`; empty where there is none.
std::vector<const CategoryNode*> category_trail(std::span<const CategoryNode> roots,
                                                std::string_view path);

int page_count(int articles, int page_size);

// Whose frames pages may show, as a content security policy names them: of what articles embed, and
// the site itself where an advertisement is a file of HTML.
std::vector<std::string> framed_origins(const Site& site);

}  // namespace broadsheet::model
