#include "press/pages/search_program.h"

#include "search/words/snowball.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

constexpr const char* worker_file = "search-worker.js";
constexpr const char* search_file = "search.wasm";

std::string stemmer_file(std::string_view language) {
    return "stem-" + std::string(language) + ".wasm";
}

}  // namespace

std::string javascript_string(std::string_view bytes) {
    std::string out = "\"";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const bool digit_follows =
            i + 1 < bytes.size() && bytes[i + 1] >= '0' && bytes[i + 1] <= '9';
        switch (byte) {
            case '\0': out += digit_follows ? "\\x00" : "\\0"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '"':
            case '\\':
                out += '\\';
                out += static_cast<char>(byte);
                break;
            default: strings::append_utf8(out, byte);
        }
    }
    return out + '"';
}

void join_search_program(std::map<std::string, std::string>& files, std::string_view language) {
    const auto worker = files.find(worker_file);
    const auto search = files.find(search_file);
    if (worker == files.end() || search == files.end()) return;
    const auto stemmer = files.find(stemmer_file(language.substr(0, language.find('-'))));
    std::string programs = "const programs = {search: " + javascript_string(search->second);
    if (stemmer != files.end()) programs += ", stemmer: " + javascript_string(stemmer->second);
    worker->second.insert(0, programs + "};\n");
    files.erase(search);
    for (const std::string_view each : search::stemmer_languages) files.erase(stemmer_file(each));
}

}  // namespace broadsheet::press
