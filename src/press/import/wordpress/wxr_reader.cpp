#include "press/import/wordpress/wxr_reader.h"

#include <algorithm>
#include <array>

#include "press/import/exports/damaged_text.h"
#include "press/import/exports/xml_reader.h"
#include "press/import/wordpress/navigation_blocks.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

std::string without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    const std::string_view prefix = name.substr(0, colon);
    if (colon == std::string_view::npos || prefix == "content" || prefix == "excerpt") {
        return std::string(name);
    }
    return std::string(name.substr(colon + 1));
}

bool begins_record(const std::string& name) {
    static constexpr std::array<std::string_view, 4> names = {"wp:author", "wp:category", "wp:tag",
                                                              "wp:term"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Reader {
  public:
    Reader(const std::filesystem::path& path, const VisitRecord& visit)
        : xml_(path), path_(path.string()), visit_(visit) {}

    Diagnostics read() {
        if (!xml_.is_open()) {
            return failed({}, "the file cannot be read", "check its name and permissions");
        }
        if (auto problem = problem_of_kind(); !problem.empty()) return problem;
        channel_.kind = "channel";
        for (XmlToken token = xml_.next(); token != XmlToken::end_of_file; token = xml_.next()) {
            if (token == XmlToken::start) start();
            if (token == XmlToken::text && !leaf_.empty()) text_ += xml_.text();
            if (token == XmlToken::end) end(xml_.name());
            keep_repairs();
        }
        finish();
        return std::move(diagnostics_);
    }

  private:
    void add(Severity severity, Position position, std::string what, std::string remedy) {
        Diagnostic diagnostic;
        diagnostic.severity = severity;
        diagnostic.path = path_;
        diagnostic.position = position;
        diagnostic.what = std::move(what);
        diagnostic.remedy = std::move(remedy);
        diagnostics_.push_back(std::move(diagnostic));
    }

    Diagnostics failed(Position position, std::string what, std::string remedy) {
        add(Severity::error, position, std::move(what), std::move(remedy));
        return std::move(diagnostics_);
    }

    void keep_repairs() {
        for (Diagnostic& each : xml_.take_repairs()) {
            each.path = path_;
            diagnostics_.push_back(std::move(each));
        }
    }

    // Errors about files that are obviously something else.
    Diagnostics problem_of_kind() {
        static constexpr std::string_view again =
            "in WordPress, use Tools → Export → All content, and save the file that it offers";
        const std::string beginning = xml_.beginning();
        const auto first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (xml_.is_damaged()) {
            return failed({}, xml_.damage(), "copy or download it again");
        }
        if (first == std::string::npos)
            return failed({1, 1}, "the file is empty", std::string(again));
        const Position place = position_of(beginning, first);
        const std::string lower = strings::lower_ascii(beginning.substr(first));
        if (lower.starts_with("pk\x03\x04")) {
            return failed(place, "the zip archive is damaged", "copy or download it again");
        }
        if (lower.starts_with("<!doctype html") || lower.starts_with("<html") ||
            (lower.find("<html") != std::string::npos && lower.find("<rss") == std::string::npos)) {
            return failed(place, "this is a web page, not a WordPress export", std::string(again));
        }
        if (lower[0] != '<') {
            return failed(place, "this is not a WordPress export", std::string(again));
        }
        return {};
    }

    ImportRecord& record() { return in_record_ ? record_ : channel_; }

    void begin_record(const std::string& kind) {
        record_ = {};
        record_.kind = kind;
        record_.position = xml_.position();
        in_record_ = true;
    }

    void start() {
        const std::string& name = xml_.name();
        if (name == "item") return start_item();
        if (!leaf_.empty()) {
            // Markup that should have been escaped.
            text_ += xml_.source();
            return;
        }
        if (name == "rss" || name == "channel") {
            has_channel_ = true;
            return;
        }
        if (!in_record_ && begins_record(name)) {
            begin_record(without_prefix(name));
            // An author of an item or a term without members is a text.
            return;
        }
        if (in_record_ && part_.empty() && (name == "wp:postmeta" || name == "wp:comment")) {
            part_ = name;
            part_fields_.clear();
            return;
        }
        if (!part_.empty() && name == "wp:commentmeta") {
            ignored_ = name;
            return;
        }
        if (xml_.is_empty_element()) return;
        leaf_ = name;
        attributes_ = xml_.attributes();
        text_.clear();
    }

    void start_item() {
        if (in_record_) {
            add(Severity::warning, record_.position,
                "the item has no end, so it ends where the next begins", "check its text");
            deliver();
        }
        has_channel_ = true;
        leaf_.clear();
        part_.clear();
        ignored_.clear();
        begin_record("item");
    }

    void end(const std::string& name) {
        if (!leaf_.empty()) {
            if (name == leaf_) return end_leaf();
            if (name != "item" && name != "channel") {
                text_ += xml_.source();
                return;
            }
            add(Severity::warning, xml_.position(), "the element <" + leaf_ + "> has no end",
                "check the item");
            end_leaf();
            part_.clear();
        }
        if (name == ignored_) {
            ignored_.clear();
        } else if (!part_.empty() && name == part_) {
            end_part();
        } else if (in_record_ && without_prefix(name) == record_.kind) {
            deliver();
        }
    }

    void end_leaf() {
        const std::string name = std::exchange(leaf_, {});
        if (!ignored_.empty()) return;
        if (!part_.empty()) {
            part_fields_[without_prefix(name)] = std::move(text_);
        } else if (name == "category" && in_record_ && record_.kind == "item") {
            record_.terms.push_back({attribute_of(attributes_, "domain"),
                                     attribute_of(attributes_, "nicename"), std::move(text_)});
        } else {
            // The first counts: of the channel's title and that of its image, for example.
            record().fields.try_emplace(without_prefix(name), std::move(text_));
        }
        text_.clear();
    }

    void end_part() {
        if (part_ == "wp:postmeta") {
            record_.metas.emplace_back(part_fields_["meta_key"], part_fields_["meta_value"]);
        } else {
            record_.comments.push_back(std::move(part_fields_));
        }
        part_fields_ = {};
        part_.clear();
    }

    void deliver() {
        in_record_ = false;
        ++records_;
        if (record_.kind == "item") ++items_;
        if (record_.text("post_type") == "wp_navigation") {
            for (ImportRecord& entry : navigation_entries(record_)) visit_(std::move(entry));
        }
        visit_(std::move(record_));
        record_ = {};
    }

    void finish() {
        if (in_record_ || xml_.is_cut_off() || xml_.is_damaged()) {
            const Position place = in_record_ ? record_.position : xml_.position();
            add(Severity::warning, place,
                xml_.is_damaged() ? std::string(xml_.damage()) + ", so the rest is left out"
                                  : "the file ends in the middle of this item, which is left out",
                "export or copy the file again");
        }
        const bool is_wxr =
            channel_.fields.contains("wxr_version") || records_ > items_ || saw_wordpress_item_;
        if (!has_channel_ || (!is_wxr && items_ == 0)) {
            failed_kind();
        } else if (items_ == 0) {
            add(Severity::error, {}, "the export contains no posts and pages",
                "in WordPress, use Tools → Export → All content");
        }
        keep_repairs();
        visit_(std::move(channel_));
    }

    void failed_kind() {
        add(Severity::error, {1, 1}, "this is not a WordPress export",
            "in WordPress, use Tools → Export → All content, and save the file that it offers");
    }

    XmlReader xml_;
    std::string path_;
    const VisitRecord& visit_;
    Diagnostics diagnostics_;
    ImportRecord channel_;
    ImportRecord record_;
    bool in_record_ = false;
    bool has_channel_ = false;
    bool saw_wordpress_item_ = false;
    int records_ = 0;
    int items_ = 0;
    std::string part_;     // the element within the record that is open: a comment or custom field
    std::string ignored_;  // an element whose members are not read
    std::string leaf_;     // the element whose text is read
    std::string attributes_;
    std::string text_;
    RecordFields part_fields_;
};

}  // namespace

Diagnostics read_wxr(const std::filesystem::path& path, const std::string& /*url*/,
                     const VisitRecord& visit) {
    return Reader(path, visit).read();
}

}  // namespace broadsheet::press
