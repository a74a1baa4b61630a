#include "press/articles/comment_file.h"

#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "press/values/source.h"
#include "press/values/value.h"
#include "strings/ascii.h"
#include "strings/edit_distance.h"
#include "strings/one_of.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

class CommentFile {
  public:
    CommentFile(const std::string& path, const TimeZone* zone, Diagnostics& problems)
        : path_(path), zone_(zone), problems_(problems) {}

    std::vector<WrittenComment> read(std::string bytes) {
        Decoded decoded = decode_text(std::move(bytes));
        if (decoded.error) {
            add(std::move(*decoded.error));
            return {};
        }
        text_ = std::move(decoded.text);
        Parsed parsed = parse_values(text_, Dialect::json);
        if (parsed.error) {
            add(std::move(*parsed.error));
            return {};
        }
        const Value* list = parsed.root.find("comments");
        if (list == nullptr || list->kind != ValueKind::list) {
            report(list == nullptr ? parsed.root : *list, "the file has no list of comments",
                   "write {\"comments\": [ … ]}");
            return {};
        }
        for (const Value& item : list->items) read_one(item);
        check_parents();
        return std::move(comments_);
    }

  private:
    void add(Diagnostic problem) {
        problem.path = path_;
        if (problem.source_line.empty() && problem.position.line > 0) {
            problem.source_line = std::string(line_of(text_, problem.position.line));
        }
        problems_.push_back(std::move(problem));
    }

    void report(const Value& value, std::string what, std::string remedy,
                Severity severity = Severity::error) {
        Diagnostic problem;
        problem.severity = severity;
        problem.position = value.position;
        problem.what = std::move(what);
        problem.remedy = std::move(remedy);
        add(std::move(problem));
    }

    // A whole number from 1 on; 0 if the member is missing or something else.
    int number_of(const Value& comment, std::string_view name) {
        constexpr double most = 2'000'000'000;
        const Value* value = comment.find(name);
        if (value == nullptr || value->kind == ValueKind::nothing) return 0;
        const bool whole = value->kind == ValueKind::number &&
                           value->number == std::floor(value->number) && value->number >= 0 &&
                           value->number <= most;
        if (whole) return static_cast<int>(value->number);
        report(*value, std::string(name) + " is " + describe(*value) + " instead of a number",
               "use a whole number such as 7");
        return 0;
    }

    std::string text_of(const Value& comment, std::string_view name) {
        const Value* value = comment.find(name);
        if (value == nullptr || value->kind == ValueKind::nothing) return {};
        if (value->is_scalar()) return value->text;
        report(*value, std::string(name) + " is " + describe(*value) + " instead of a text",
               "put it in quotes");
        return {};
    }

    std::optional<model::Date> date_of(const Value& comment) {
        const Value* value = comment.find("date");
        if (value == nullptr || value->kind == ValueKind::nothing) return std::nullopt;
        bool has_offset = false;
        auto date = value->is_scalar() ? model::parse_date(value->text, has_offset) : std::nullopt;
        if (!date) {
            report(*value, describe(*value) + " is not a date",
                   "use 2025-07-14 or 2025-07-14T09:30:00Z");
        } else if (!has_offset && zone_ != nullptr) {
            zone_->apply(*date);
        }
        return date;
    }

    std::string website_of(const Value& comment) {
        std::string address = text_of(comment, "website");
        const bool is_web = address.starts_with("https://") || address.starts_with("http://");
        if (address.empty() || is_web) return address;
        report(*comment.find("website"), "\"" + address + "\" is not the address of a website",
               "use an https: URL, or remove it", Severity::warning);
        return {};
    }

    // Other members are the author's own, unless they resemble one that counts.
    void warn_of_unknown(const Value& item) {
        static constexpr auto known =
            std::to_array<std::string_view>({"id", "parent", "author", "date", "text", "website"});
        constexpr std::size_t shortest = 4;
        for (const Value& member : item.members) {
            const std::string name = strings::lower_ascii(member.name);
            if (name.size() < shortest || strings::is_one_of(known, name)) continue;
            const std::u32string letters = strings::code_points(name);
            for (const std::string_view each : known) {
                const bool is_free = each.size() >= shortest && item.find(each) == nullptr;
                const std::size_t farthest = each.size() > 5 ? 2 : 1;
                if (!is_free || strings::edit_distance(letters, strings::code_points(each),
                                                       farthest) > farthest) {
                    continue;
                }
                report(member,
                       "\"" + member.name + "\" is not a member of a comment, so it is not shown",
                       "did you mean \"" + std::string(each) + "\"?", Severity::warning);
                break;
            }
        }
    }

    void read_one(const Value& item) {
        if (item.kind != ValueKind::table) {
            report(item, "this is " + describe(item) + " instead of a comment",
                   R"(write {"id": 7, "author": "Ann", "text": "…"})");
            return;
        }
        WrittenComment comment;
        comment.number = number_of(item, "id");
        comment.parent = number_of(item, "parent");
        comment.author = text_of(item, "author");
        comment.date = date_of(item);
        comment.text = text_of(item, "text");
        comment.website = website_of(item);
        if (comment.number == 0) {
            const Value* id = item.find("id");
            if (id == nullptr || id->text == "0") {
                report(item, "the comment has no id", "give each comment a number of its own");
            }
            return;
        }
        if (!places_.emplace(comment.number, comments_.size()).second) {
            report(item, "two comments have the id " + std::to_string(comment.number),
                   "give each comment a number of its own");
            return;
        }
        warn_of_unknown(item);
        comments_.push_back(std::move(comment));
        positions_.push_back(item.position);
    }

    void check_parents() {
        for (std::size_t i = 0; i < comments_.size(); ++i) {
            int& parent = comments_[i].parent;
            if (parent == 0 || places_.contains(parent)) continue;
            Value place;
            place.position = positions_[i];
            report(place, "there is no comment " + std::to_string(parent) + " to answer",
                   "correct parent, or remove it", Severity::warning);
            parent = 0;
        }
        break_circles();
    }

    // Each comment's way up is followed once.
    void break_circles() {
        enum class Way : std::uint8_t { unknown, being_followed, ends };
        std::vector<Way> ways(comments_.size(), Way::unknown);
        for (std::size_t start = 0; start < comments_.size(); ++start) {
            std::vector<std::size_t> followed;
            std::size_t at = start;
            while (ways[at] == Way::unknown) {
                ways[at] = Way::being_followed;
                followed.push_back(at);
                if (comments_[at].parent == 0) break;
                const std::size_t above = places_[comments_[at].parent];
                if (ways[above] == Way::being_followed) {
                    Value place;
                    place.position = positions_[at];
                    report(place, "comments answer each other in a circle",
                           "correct parent, or remove it");
                    comments_[at].parent = 0;
                    break;
                }
                at = above;
            }
            for (const std::size_t each : followed) ways[each] = Way::ends;
        }
    }

    const std::string& path_;
    const TimeZone* zone_;
    Diagnostics& problems_;
    std::string text_;
    std::vector<WrittenComment> comments_;
    std::vector<Position> positions_;    // of each comment
    std::map<int, std::size_t> places_;  // by number
};

}  // namespace

std::vector<WrittenComment> read_comments(std::string bytes, const std::string& shown_path,
                                          const TimeZone* zone, Diagnostics& problems) {
    return CommentFile(shown_path, zone, problems).read(std::move(bytes));
}

}  // namespace broadsheet::press
