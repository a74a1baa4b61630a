#include "search/index_documents.h"

#include <algorithm>
#include <string>
#include <utility>

#include "model/slug.h"
#include "search/index_files.h"
#include "search/packing.h"
#include "search/shown_text.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t longest_title = 400;

// What reading cannot make from the day and the title.
std::string short_path(const DocumentHead& document, const std::string& title) {
    std::string usual = document.date ? model::day_path(document.date->day) : "/";
    usual += model::slugify(title);
    if (document.path == usual + "/") return {};
    if (document.path.starts_with(usual)) return "+" + document.path.substr(usual.size());
    return document.path;
}

// The fields after the category. The text is last.
std::vector<std::string> fields_of(const DocumentHead& document, std::string_view text) {
    std::string title = shown_text(document.title, longest_title);
    std::string path = short_path(document, title);
    return {std::move(title), std::move(path), std::string(text)};
}

std::string packed(std::uint32_t number) {
    std::string out;
    append_packed(out, number);
    return out;
}

// All of the record but its last byte, with as much of the text as has room. A record without a
// field is none: the document file has it.
std::string record_of(std::vector<std::string> fields) {
    constexpr std::size_t room = record_size - 1;
    const std::string text = fields.back();
    for (std::size_t limit = text.size();; limit = fields.back().size()) {
        std::string record = write_strings(fields);
        if (record.size() > room && limit == 0) record = "[]";
        if (record.size() <= room) {
            record.resize(room, ' ');
            return record;
        }
        fields.back() = shown_text(text, limit - std::min(limit, record.size() - room));
    }
}

// Calls with the first and the end of each file's documents.
template <typename Call>
void for_each_file(std::size_t documents, std::size_t per_file, const Call& call) {
    for (std::size_t first = 0; first < documents; first += per_file) {
        call(first, std::min(first + per_file, documents));
    }
}

}  // namespace

DocumentFiles write_documents(const IndexContent& content,
                              const std::vector<std::uint32_t>& categories) {
    const auto& documents = content.documents;
    const ShownTexts texts = shown_texts(documents.size());
    DocumentFiles files;
    for_each_file(documents.size(), texts.documents_per_file, [&](std::size_t i, std::size_t end) {
        std::vector<std::string> all(1);
        for (; i < end; ++i) {
            append_packed(all[0], categories[i]);
            const bool with_text = texts.documents_per_record_file == 0;
            for (std::string& field :
                 fields_of(*documents[i], with_text ? content.texts[i] : std::string_view())) {
                all.push_back(std::move(field));
            }
        }
        files.documents.push_back(named(Family::documents, write_strings(all)));
    });
    if (texts.documents_per_record_file == 0) return files;
    for_each_file(
        documents.size(), texts.documents_per_record_file, [&](std::size_t i, std::size_t end) {
            std::string bytes = "[";
            for (; i < end; ++i) {
                std::vector<std::string> fields = fields_of(*documents[i], content.texts[i]);
                fields.insert(fields.begin(), packed(categories[i]));
                bytes += record_of(std::move(fields)) + (i + 1 < end ? ',' : ']');
            }
            files.records.push_back(named(Family::records, std::move(bytes)));
        });
    return files;
}

}  // namespace broadsheet::search
