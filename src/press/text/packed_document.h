// Serializes documents and comments to bytes. A tree of nodes takes five times the memory of its
// text, so articles are kept in this form until they are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/members.h"
#include "model/publication.h"
#include "press/base/mapped_files.h"
#include "strings/shared_bytes.h"

namespace broadsheet::press {

// Serializes a document. The bytes are private to this executable.
std::string pack(const model::Document& document);

// Restores a document, or returns nothing if `packed` is invalid.
std::optional<model::Document> unpack(std::string_view packed);

// The same for comments.
std::string pack(const std::vector<model::Comment>& comments);
std::optional<std::vector<model::Comment>> unpack_comments(std::string_view packed);

// A packed document and the comments on it, with the properties that a build needs without
// unpacking them.
struct PackedBody {
    strings::SharedBytes bytes;     // result of `pack`
    std::size_t weight = 0;         // of both; see bundle::weight_of
    std::uint64_t hash = 0;         // of `bytes`
    strings::SharedBytes comments;  // result of `pack`; empty if there are none
    std::uint64_t comments_hash = 0;

    static std::shared_ptr<const PackedBody> of(const model::Document& document,
                                                const std::vector<model::Comment>& comments = {});
    // The same with its bytes on disk.
    std::shared_ptr<const PackedBody> spilled(SpillFile& file) const;
};

// See model/members.h.
template <model::Either<PackedBody> Type, typename Visit>
void members(Type& packed_body, Visit&& visit) {
    auto& [bytes, weight, hash, comments, comments_hash] = packed_body;
    visit(bytes, weight, hash, comments, comments_hash);
}

}  // namespace broadsheet::press
