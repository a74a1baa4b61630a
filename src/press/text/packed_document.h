// Documents as bytes. A tree of nodes takes five times the room of its text; a site's articles wait
// in this form until they are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/members.h"

namespace broadsheet::press {

std::string pack(const model::Document& document);

// Nothing where `packed` is not what `pack` gives.
std::optional<model::Document> unpack(std::string_view packed);

// A packed document with what a build asks about it without unpacking it.
struct PackedBody {
    std::string bytes;       // of `pack`
    std::size_t weight = 0;  // see bundle::weight_of
    std::uint64_t hash = 0;  // of `bytes`

    static std::shared_ptr<const PackedBody> of(const model::Document& document);
};

// See model/members.h.
template <model::Either<PackedBody> Type, typename Visit>
void members(Type& packed_body, Visit&& visit) {
    auto& [bytes, weight, hash] = packed_body;
    visit(bytes, weight, hash);
}

}  // namespace broadsheet::press
