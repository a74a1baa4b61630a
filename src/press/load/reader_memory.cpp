// What SiteReader knows, as bytes for the cache. Members are named all at once: one that is added
// to these types does not compile until it is here.
#include <type_traits>
#include <utility>

#include "press/base/cache_file.h"
#include "press/base/packing.h"
#include "press/load/site_reader.h"
#include "press/text/packed_document.h"

namespace broadsheet::press {

namespace {

// Writes what it is given.
class Saver {
  public:
    template <typename... Values>
    void operator()(const Values&... values) {
        (save(values), ...);
    }
    std::string take() { return out_.take(); }

    static constexpr bool loads = false;

  private:
    void save(const std::string& value) { out_.text(value); }
    template <typename Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void save(Number value) { out_.signed_number(static_cast<std::int64_t>(value)); }
    template <typename Value>
    void save(const std::optional<Value>& value) {
        save(value.has_value());
        if (value) save(*value);
    }
    template <typename Value>
    void save(const std::vector<Value>& values) {
        out_.number(values.size());
        for (const Value& value : values) save(value);
    }
    template <typename Value>
    requires std::is_class_v<Value>
    void save(const Value& value) {
        // `members` takes what it could change.
        members(*this, const_cast<Value&>(value));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    }

    ByteWriter out_;
};

// Fills what it is given; `ok` is false where the bytes were no Saver's.
class Loader {
  public:
    explicit Loader(std::string_view bytes) : in_(bytes) {}

    template <typename... Values>
    void operator()(Values&... values) {
        (load(values), ...);
    }
    bool ok() const { return in_.ok(); }
    bool at_end() const { return in_.left() == 0; }

    static constexpr bool loads = true;

  private:
    void load(std::string& value) { value = in_.text(); }
    template <typename Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void load(Number& value) { value = static_cast<Number>(in_.signed_number()); }
    template <typename Value>
    void load(std::optional<Value>& value) {
        bool has = false;
        load(has);
        if (has) load(value.emplace());
    }
    template <typename Value>
    void load(std::vector<Value>& values) {
        const std::uint64_t count = in_.number();
        if (count > in_.left()) return in_.fail();
        values.resize(static_cast<std::size_t>(count));
        for (Value& value : values) load(value);
    }
    template <typename Value>
    requires std::is_class_v<Value>
    void load(Value& value) { members(*this, value); }

    ByteReader in_;
};

template <typename Archive>
void members(Archive& archive, model::Date& date) {
    auto& [day, hour, minute, second, offset] = date;
    archive(day.year, day.month, day.day, hour, minute, second, offset);
}

template <typename Archive>
void members(Archive& archive, Position& position) {
    auto& [line, column] = position;
    archive(line, column);
}

template <typename Archive>
void members(Archive& archive, Diagnostic& diagnostic) {
    auto& [severity, path, position, what, remedy, source_line] = diagnostic;
    archive(severity, path, position, what, remedy, source_line);
}

template <typename Archive>
void members(Archive& archive, model::TermReference& term) {
    auto& [name, path] = term;
    archive(name, path);
}

template <typename Archive>
void members(Archive& archive, model::Picture& picture) {
    auto& [target, alternative, caption, width, height, placeholder] = picture;
    archive(target, alternative, caption, width, height, placeholder);
}

template <typename Archive>
void members(Archive& archive, model::ArticleSummary& summary) {
    auto& [path, title, excerpt, date, trail, authors, picture, minutes] = summary;
    archive(path, title, excerpt, date, trail, authors, picture, minutes);
}

template <typename Archive>
void members(Archive& archive, CategoryList& list) {
    auto& [names, is_list] = list;
    archive(names, is_list);
}

template <typename Archive>
void members(Archive& archive, PictureField& field) {
    auto& [target, alternative, caption, position] = field;
    archive(target, alternative, caption, position);
}

template <typename Archive>
void members(Archive& archive, TermField& field) {
    auto& [taxonomy, names] = field;
    archive(taxonomy, names);
}

template <typename Archive>
void members(Archive& archive, OwnField& field) {
    auto& [name, json] = field;
    archive(name, json);
}

template <typename Archive>
void members(Archive& archive, Fields& fields) {
    auto& [title, date, modified, publish, expiry, draft, hidden, slug, url, aliases, tags,
           categories, summary, description, authors, picture, language, show_contents, redirect,
           go_template, url_position, slug_position, date_position, terms, own] = fields;
    archive(title, date, modified, publish, expiry, draft, hidden, slug, url, aliases, tags,
            categories, summary, description, authors, picture, language, show_contents, redirect,
            go_template, url_position, slug_position, date_position, terms, own);
}

template <typename Archive>
void members(Archive& archive, PackedBody& packed) {
    auto& [bytes, weight, hash] = packed;
    archive(bytes, weight, hash);
}

// The file's place is that of today; texts are not kept, nor bodies beside the packed.
template <typename Archive>
void members(Archive& archive, Article& article) {
    auto& [file, shown_path, text, body_offset, fields, stem, folder, is_bundle, kind, dated, date,
           language, source_hash, root_links, path, summary, description, redirect, body, packed,
           frames, diagnostics] = article;
    archive(file.path, fields, stem, folder, is_bundle, kind, dated, date, language, source_hash,
            root_links, path, summary, description, redirect, frames);
    bool has_body = packed != nullptr;
    archive(has_body);
    if (!has_body) return;
    PackedBody copy;
    if constexpr (Archive::loads) {
        archive(copy);
        packed = std::make_shared<const PackedBody>(std::move(copy));
    } else {
        archive(*packed);
    }
}

template <typename Archive>
void members(Archive& archive, FileStamp& stamp) {
    auto& [modified, changed, size, inode] = stamp;
    archive(modified, changed, size, inode);
}

template <typename Archive>
void members(Archive& archive, std::pair<char, std::string>& question) {
    archive(question.first, question.second);
}

template <typename Archive>
void members(Archive& archive, Asked& asked) {
    auto& [questions, answers] = asked;
    archive(questions, answers);
}

template <typename Archive>
void members(Archive& archive, PictureUse& use) {
    auto& [location, path, place] = use;
    std::string name = location.string();
    archive(name, path, place);
    location = name;
}

template <typename Archive>
void members(Archive& archive, ReadFile& file) {
    auto& [stamp, read_at, has_text, body_is_read, asked, problems, body_problems, pictures] = file;
    archive(stamp, read_at, has_text, body_is_read, asked, pictures);
}

template <typename Archive>
void members(Archive& archive, Kinship& kinship) {
    auto& [tags, categories, day] = kinship;
    archive(tags, categories, day);
}

template <typename Archive>
void members(Archive& archive, RelatedMemory& related) {
    auto& [most, asked, articles] = related;
    archive(most, asked, articles);
}

// Messages show lines of texts; what gave rise to some is read again.
bool can_be_kept(const Article& article, const ReadFile& file) {
    return article.diagnostics.empty() && article.fields.aliases.empty() && file.problems.empty() &&
           file.body_problems.empty() && article.kind != model::EntryKind::redirect;
}

}  // namespace

void SiteReader::keep(const std::filesystem::path& path) const {
    CacheFileWriter file(path);
    const auto save = [&](const auto&... values) {
        Saver saver;
        saver(values...);
        file.write(saver.take());
    };
    save(frame_, related_);
    const auto save_text = [&](const Article& article, const ReadFile& read) {
        if (can_be_kept(article, read)) save(article, read);
    };
    for (std::size_t i = 0; i < articles_.size(); ++i) save_text(articles_[i], files_[i]);
    for (const Known& head : heads_) save_text(head.article, head.file);
    for (const Known& other : others_) save_text(other.article, other.file);
    file.finish();
}

void SiteReader::remember(const std::filesystem::path& path) {
    const auto bytes = read_cache_file(path);
    if (!bytes) return;
    Loader load(*bytes);
    std::vector<Known> known;
    std::string frame;
    RelatedMemory related;
    load(frame, related);
    while (load.ok() && !load.at_end()) {
        Known& each = known.emplace_back();
        load(each.article, each.file);
    }
    if (!load.ok()) return;
    frame_ = std::move(frame);
    related_ = std::move(related);
    others_ = std::move(known);
}

}  // namespace broadsheet::press
