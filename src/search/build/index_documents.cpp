#include "search/build/index_documents.h"

#include <algorithm>
#include <string>
#include <utility>

#include "addresses/paths.h"
#include "addresses/slug.h"
#include "search/build/shown_text.h"
#include "search/format/index_files.h"
#include "search/format/printable_numbers.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t longest_title = 400;

// The part of the path that cannot be derived from the day and the title.
std::string short_path(const DocumentHead& document, const std::string& title) {
    std::string usual = document.date ? addresses::day_path(document.date->day) : "/";
    usual += addresses::slugify(title);
    if (document.path == usual + "/") return {};
    if (document.path.starts_with(usual)) {
        return "+" + std::string(document.path.substr(usual.size()));
    }
    return std::string(document.path);
}

std::string packed(std::uint32_t number) {
    std::string out;
    append_packed(out, number);
    return out;
}

// The record without its last byte, with as much of the text as fits. Empty if a field does not
// fit; the document file then contains the document.
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

}  // namespace

DocumentFiles write_documents(const IndexContent& content,
                              const std::vector<std::uint32_t>& categories, IndexOutput& out) {
    const std::size_t count = content.documents.size();
    const ShownTexts texts = shown_texts(count);
    const auto is_last = [&](std::size_t i, std::size_t per_file) {
        return (i + 1) % per_file == 0 || i + 1 == count;
    };
    DocumentFiles files;
    std::vector<std::string> document_file(1);
    std::string record_file = "[";
    std::size_t record_file_end = records_in_file(static_cast<std::uint32_t>(count));
    for (std::size_t i = 0; i < count; ++i) {
        const DocumentHead& document = *content.documents[i];
        const std::string title = shown_text(document.title, longest_title);
        std::vector<std::string> fields = {packed(categories[i]), title,
                                           short_path(document, title),
                                           std::string(content.texts[i])};
        if (texts.has_records) {
            const bool last = i + 1 == record_file_end;
            record_file += record_of(fields) + (last ? ']' : ',');
            if (last) {
                files.records.push_back(out.add(Family::records, std::exchange(record_file, "[")));
                content.release();
                record_file_end += records_in_file(static_cast<std::uint32_t>(count - i - 1));
            }
            fields.back().clear();
        }
        document_file[0] += fields[0];
        document_file.insert(document_file.end(), fields.begin() + 1, fields.end());
        if (is_last(i, texts.documents_per_file)) {
            files.documents.push_back(out.add(Family::documents, write_strings(document_file)));
            document_file.assign(1, "");
        }
    }
    return files;
}

}  // namespace broadsheet::search
