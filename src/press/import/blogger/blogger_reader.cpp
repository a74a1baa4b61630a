#include "press/import/blogger/blogger_reader.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "addresses/slug.h"
#include "model/date.h"
#include "press/html/entity.h"
#include "press/import/exports/xml_reader.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view how_to_export =
    "in Blogger, use Settings → Manage blog → Back up content, and pass the .xml or .atom file";

// An entry of the feed: a post, page, comment or setting.
struct FeedEntry {
    RecordFields fields;  // by element: "id", "title", "blogger:status", …
    std::vector<std::string> labels;
    std::string kind;      // "post", "page", "comment", "settings", "template"; empty: unknown
    std::string address;   // of the page of a post
    std::string enclosed;  // address of a recording
    std::string parent;    // of a comment: the identifier of the post
    std::string answers;   // of a comment: the number of the one that it answers
    Position position;

    const std::string& text(std::string_view name) const { return text_of(fields, name); }
};

// The digits at the end: "tag:blogger.com,1999:blog-1.post-23" → "23".
std::string number_at_end(std::string_view identifier) {
    std::size_t begin = identifier.size();
    while (begin > 0 && strings::is_digit(identifier[begin - 1])) --begin;
    return std::string(identifier.substr(begin));
}

// Reads the entries of a feed, one after the other.
class FeedReader {
  public:
    explicit FeedReader(const std::filesystem::path& path) : xml_(path), path_(path.string()) {}

    // Calls `visit` for each entry that is whole. Returns what was repaired.
    Diagnostics read(const std::function<void(FeedEntry&&)>& visit) {
        for (XmlToken token = xml_.next(); token != XmlToken::end_of_file; token = xml_.next()) {
            if (token == XmlToken::start) start();
            if (token == XmlToken::text && !open_.empty()) text_ += xml_.text();
            if (token == XmlToken::end) end(visit);
            for (Diagnostic& each : xml_.take_repairs()) {
                each.path = path_;
                diagnostics_.push_back(std::move(each));
            }
        }
        if (in_entry_ || xml_.is_cut_off() || xml_.is_damaged()) {
            warn(in_entry_ ? entry_.position : xml_.position(),
                 xml_.is_damaged() ? std::string(xml_.damage()) + ", so the rest is left out"
                                   : "the file ends in the middle of this entry, which is left out",
                 "export or copy the file again");
        }
        return std::move(diagnostics_);
    }

    XmlReader& xml() { return xml_; }
    bool is_feed() const { return is_feed_; }
    const RecordFields& head() const { return head_; }  // of the feed
    const std::string& address() const { return address_; }

  private:
    void warn(Position position, std::string what, std::string remedy) {
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.path = path_;
        warning.position = position;
        warning.what = std::move(what);
        warning.remedy = std::move(remedy);
        diagnostics_.push_back(std::move(warning));
    }

    void start() {
        const std::string& name = xml_.name();
        if (name == "feed") is_feed_ = true;
        if (name == "entry") {
            entry_ = {};
            entry_.position = xml_.position();
            in_entry_ = true;
            open_.clear();
            return;
        }
        // Markup that should have been escaped.
        if (!open_.empty() && (open_.back() == "content" || open_.back() == "title")) {
            text_ += xml_.source();
            return;
        }
        read_attributes(name);
        if (xml_.is_empty_element() || name == "feed") return;
        open_.push_back(name);
        text_.clear();
    }

    void read_attributes(const std::string& name) {
        const std::string& attributes = xml_.attributes();
        if (name == "category" && in_entry_) {
            const std::string term = attribute_of(attributes, "term");
            const auto hash = term.find("kind#");
            if (hash != std::string::npos) {
                entry_.kind = term.substr(hash + std::string_view("kind#").size());
            } else if (!term.empty()) {
                entry_.labels.push_back(term);
            }
        } else if (name == "link") {
            const std::string relation = attribute_of(attributes, "rel");
            const std::string target = attribute_of(attributes, "href");
            if (relation == "alternate") (in_entry_ ? entry_.address : address_) = target;
            if (relation == "enclosure" && entry_.enclosed.empty()) entry_.enclosed = target;
            if (relation == "related") entry_.answers = number_at_end(target);
        } else if (name == "thr:in-reply-to") {
            entry_.parent = attribute_of(attributes, "ref");
        }
    }

    void end(const std::function<void(FeedEntry&&)>& visit) {
        const std::string& name = xml_.name();
        if (name == "entry") {
            if (in_entry_) visit(std::move(entry_));
            in_entry_ = false;
            open_.clear();
            return;
        }
        if (open_.empty()) return;
        if (name != open_.back()) {
            text_ += xml_.source();
            return;
        }
        open_.pop_back();
        const std::string field = open_.empty()              ? name
                                  : open_.back() == "author" ? "author:" + name
                                                             : name;
        (in_entry_ ? entry_.fields : head_).try_emplace(field, std::move(text_));
        text_.clear();
    }

    XmlReader xml_;
    std::string path_;
    Diagnostics diagnostics_;
    FeedEntry entry_;
    bool in_entry_ = false;
    bool is_feed_ = false;
    RecordFields head_;
    std::string address_;
    std::vector<std::string> open_;  // the elements within the entry or feed
    std::string text_;
};

std::string kind_of(const FeedEntry& entry) {
    if (!entry.kind.empty()) return entry.kind;
    return strings::lower_ascii(entry.text("blogger:type"));
}

std::string status_of(const FeedEntry& entry) {
    const std::string& status = entry.text("blogger:status");
    if (!entry.text("blogger:trashed").empty() || status == "SOFT_TRASHED") return "trash";
    if (status == "SCHEDULED") return "future";
    const bool is_draft = entry.text("app:draft") == "yes" || (!status.empty() && status != "LIVE");
    return is_draft ? "draft" : "publish";
}

std::string setting_name(const std::string& identifier) {
    constexpr std::string_view start = ".settings.";
    const auto at = identifier.find(start);
    return at == std::string::npos ? std::string() : identifier.substr(at + start.size());
}

class BloggerReader {
  public:
    BloggerReader(const std::filesystem::path& path, const std::string& url,
                  const VisitRecord& visit)
        : path_(path), url_(url), visit_(visit) {}

    Diagnostics read() {
        FeedReader first(path_);
        if (!first.xml().is_open()) {
            return failed({}, "the file cannot be read", "check its name and permissions");
        }
        const std::string beginning = strings::lower_ascii(first.xml().beginning());
        if (beginning.empty()) {
            return failed({1, 1},
                          first.xml().is_damaged() ? first.xml().damage() : "the file is empty",
                          std::string(how_to_export));
        }
        if (beginning.find("<!doctype html") != std::string::npos) {
            return failed({1, 1}, "this is a web page, not a backup of Blogger",
                          std::string(how_to_export));
        }
        Diagnostics repairs = first.read([&](FeedEntry&& entry) { collect(std::move(entry)); });
        const bool is_blogger = beginning.find("blogger") != std::string::npos || posts_ > 0;
        if (!first.is_feed() || !is_blogger) {
            return failed({1, 1}, "this is not a backup of Blogger", std::string(how_to_export));
        }
        if (posts_ == 0) {
            return failed({}, "the backup contains no posts and pages", std::string(how_to_export));
        }
        base_ = url_.empty() ? first.address() : url_;
        if (base_.empty()) base_ = address_of_posts_;
        while (base_.ends_with('/')) base_.pop_back();
        for (const auto& name : authors_) {
            ImportRecord author;
            author.kind = "author";
            author.fields["author_login"] = name;
            author.fields["author_display_name"] = escaped(name);
            visit_(std::move(author));
        }
        FeedReader(path_).read([&](FeedEntry&& entry) { deliver(std::move(entry)); });
        if (!comments_.empty()) repairs.push_back(lost_comments());
        add_host(address_of_posts_);
        add_host(first.address());
        deliver_channel(first.head());
        return repairs;
    }

  private:
    Diagnostics failed(Position position, std::string what, std::string remedy) {
        Diagnostic error;
        error.path = path_.string();
        error.position = position;
        error.what = std::move(what);
        error.remedy = std::move(remedy);
        return {std::move(error)};
    }

    // What remains after all texts have taken theirs.
    Diagnostic lost_comments() const {
        std::size_t count = 0;
        for (const auto& [post, comments] : comments_) count += comments.size();
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.path = path_.string();
        warning.what =
            std::to_string(count) + (count == 1 ? " comment belongs" : " comments belong") +
            " to no post of this backup, and " + (count == 1 ? "is" : "are") + " left out";
        warning.remedy = "back up the blog again if the posts should be there";
        return warning;
    }

    // A blog at Google's host also has one for each country: paper.blogspot.co.uk.
    void add_host(const std::string& address) {
        const auto begin = address.find("//");
        if (begin == std::string::npos) return;
        std::string host = strings::lower_ascii(address.substr(begin + 2));
        host.resize(std::min(host.find_first_of("/?#"), host.size()));
        if (host.starts_with("www.")) host.erase(0, 4);
        constexpr std::string_view of_google = ".blogspot.";
        if (const auto at = host.find(of_google); at != std::string::npos) {
            host.resize(at + of_google.size());
        }
        hosts_ += (hosts_.empty() ? "" : " ") + host;
    }

    static bool is_text(const std::string& kind) { return kind == "post" || kind == "page"; }

    void collect(FeedEntry&& entry) {
        const std::string kind = kind_of(entry);
        if (is_text(kind)) {
            ++posts_;
            const std::string& author = entry.text("author:name");
            if (!author.empty()) authors_.insert(author);
            const auto host = entry.address.find("//");
            if (address_of_posts_.empty() && host != std::string::npos) {
                address_of_posts_ = entry.address.substr(0, entry.address.find('/', host + 2));
            }
        } else if (kind == "comment") {
            std::string parent = entry.parent.empty() ? entry.text("blogger:parent") : entry.parent;
            comments_[number_at_end(parent)].push_back(std::move(entry));
        } else if (const std::string name = setting_name(entry.text("id")); !name.empty()) {
            settings_[name] = entry.text("content");
        }
    }

    void deliver(FeedEntry&& entry) {
        const std::string kind = kind_of(entry);
        if (!is_text(kind)) return;
        ImportRecord item;
        item.kind = "item";
        item.position = entry.position;
        const std::string& identifier = entry.text("id");
        const std::string number = number_at_end(identifier);
        std::string address = entry.address;
        if (const std::string& file = entry.text("blogger:filename"); !file.empty()) {
            address = base_ + file;
        }
        const std::string status = status_of(entry);
        auto& fields = item.fields;
        fields["post_id"] = number;
        fields["post_type"] = kind;
        fields["status"] = status;
        fields["guid"] = identifier;
        fields["title"] = escaped(entry.text("title"));
        fields["post_date"] = entry.text("published");
        fields["post_modified"] = entry.text("updated");
        fields["creator"] = entry.text("author:name");
        fields["content:encoded"] = entry.text("content");
        if (status == "publish") fields["link"] = address;
        if (const auto slash = address.rfind('/'); slash != std::string::npos) {
            std::string name = address.substr(slash + 1);
            fields["post_name"] = name.substr(0, name.rfind(".html"));
        }
        if (const std::string& words = entry.text("blogger:metadescription"); !words.empty()) {
            item.metas.emplace_back("_yoast_wpseo_metadesc", words);
        }
        if (const std::string& words = entry.text("blogger:metaDescription"); !words.empty()) {
            item.metas.emplace_back("_yoast_wpseo_metadesc", words);
        }
        if (!entry.enclosed.empty()) item.metas.emplace_back("enclosure", entry.enclosed);
        for (const std::string& label : entry.labels) {
            item.terms.push_back({"post_tag", addresses::term_slug(label), escaped(label)});
        }
        add_comments(number, item);
        comments_.erase(number);
        visit_(std::move(item));
    }

    void add_comments(const std::string& post, ImportRecord& item) {
        const auto found = comments_.find(post);
        if (found == comments_.end()) return;
        auto& all = found->second;
        // A comment is older than its answers. RFC 3339 times of one export sort as text.
        std::stable_sort(all.begin(), all.end(), [](const FeedEntry& one, const FeedEntry& other) {
            return seconds_of(one) < seconds_of(other);
        });
        std::map<std::string, std::size_t> numbers;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const FeedEntry& comment = all[i];
            numbers.emplace(number_at_end(comment.text("id")), i + 1);
            std::string answers = comment.answers.empty()
                                      ? number_at_end(comment.text("blogger:inReplyTo"))
                                      : comment.answers;
            const auto parent = numbers.find(answers);
            RecordFields fields;
            fields["comment_id"] = std::to_string(i + 1);
            fields["comment_parent"] =
                std::to_string(parent == numbers.end() || parent->second > i ? 0 : parent->second);
            fields["comment_author"] = escaped(comment.text("author:name"));
            const std::string& website = comment.text("author:uri");
            if (website.find("blogger.com/") == std::string::npos) {
                fields["comment_author_url"] = website;
            }
            fields["comment_date"] = comment.text("published");
            fields["comment_content"] = comment.text("content");
            fields["comment_approved"] = status_of(comment) == "publish" ? "1" : "0";
            item.comments.push_back(std::move(fields));
        }
    }

    static std::int64_t seconds_of(const FeedEntry& entry) {
        const auto date = model::parse_date(entry.text("published"));
        return date ? model::seconds_since_epoch(*date) : 0;
    }

    void deliver_channel(const RecordFields& head) {
        ImportRecord channel;
        channel.kind = "channel";
        const auto setting = [&](std::string_view name, std::string_view element) {
            const std::string& value = text_of(settings_, name);
            return value.empty() ? text_of(head, element) : value;
        };
        channel.fields["title"] = escaped(setting("BLOG_NAME", "title"));
        channel.fields["description"] = escaped(setting("BLOG_DESCRIPTION", "subtitle"));
        channel.fields["language"] = setting("BLOG_LOCALE", "language");
        channel.fields["base_blog_url"] = base_;
        channel.fields["other_hosts"] = hosts_;
        visit_(std::move(channel));
    }

    const std::filesystem::path& path_;
    const std::string& url_;
    const VisitRecord& visit_;
    std::map<std::string, std::vector<FeedEntry>> comments_;  // by the number of the post
    std::set<std::string> authors_;
    RecordFields settings_;
    std::string base_;
    std::string address_of_posts_;  // scheme and host
    std::string hosts_;             // of the blog, separated by spaces
    int posts_ = 0;
};

}  // namespace

Diagnostics read_blogger(const std::filesystem::path& path, const std::string& url,
                         const VisitRecord& visit) {
    return BloggerReader(path, url, visit).read();
}

}  // namespace broadsheet::press
