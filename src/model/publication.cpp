#include "model/publication.h"

namespace broadsheet::model {

const Entry* Publication::entry(std::string_view path) const {
    const auto found = entries.find(path);
    return found == entries.end() ? nullptr : &found->second;
}

const ListChunk* Publication::chunk(std::string_view list, int number) const {
    const auto found = chunks.find(chunk_key(list, number));
    return found == chunks.end() ? nullptr : &found->second;
}

std::string chunk_key(std::string_view list, int number) {
    return std::string(list) + "#" + std::to_string(number);
}

}  // namespace broadsheet::model
