#include "press/text/packed_document.h"

#include <xxhash.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "bundle/write/writer.h"
#include "press/base/varint.h"

namespace broadsheet::press {

namespace {

using model::Node;

void pack_nodes(ByteWriter& out, const std::vector<Node>& nodes);

void pack_member(ByteWriter& out, const std::string& value) { out.text(value); }
void pack_member(ByteWriter& out, const std::vector<Node>& value) { pack_nodes(out, value); }
void pack_member(ByteWriter& out, int value) { out.signed_number(value); }
template <typename Small>
void pack_member(ByteWriter& out, Small value) {
    out.number(static_cast<std::uint64_t>(value));
}

void unpack_nodes(ByteReader& in, std::vector<Node>& nodes, int depth);

void unpack_member(ByteReader& in, std::string& value, int) { value = in.text(); }
void unpack_member(ByteReader& in, std::vector<Node>& value, int depth) {
    unpack_nodes(in, value, depth + 1);
}
void unpack_member(ByteReader& in, int& value, int) {
    value = static_cast<int>(in.signed_number());
}
template <typename Small>
void unpack_member(ByteReader& in, Small& value, int) {
    value = static_cast<Small>(in.number());
}

template <typename AnyNode, typename Visit>
void each_member(AnyNode& node, const Visit& visit) {
    members(node, [&](auto&... all) { (visit(all), ...); });
}

template <typename Member>
bool is_empty(const Member& value) {
    return value == Member();
}
bool is_empty(const std::string& value) { return value.empty(); }
bool is_empty(const std::vector<Node>& value) { return value.empty(); }

// Most members of most nodes are empty, so a bit set stores which are not.
void pack_nodes(ByteWriter& out, const std::vector<Node>& nodes) {
    out.number(nodes.size());
    for (const Node& node : nodes) {
        std::uint32_t given = 0;
        std::uint32_t bit = 1;
        each_member(node, [&](const auto& member) {
            if (!is_empty(member)) given |= bit;
            bit <<= 1U;
        });
        out.number(given);
        bit = 1;
        each_member(node, [&](const auto& member) {
            if ((given & bit) != 0) pack_member(out, member);
            bit <<= 1U;
        });
    }
}

void unpack_nodes(ByteReader& in, std::vector<Node>& nodes, int depth) {
    const std::uint64_t count = in.number();
    // Each node takes at least one byte, so a larger count is invalid.
    if (count > in.left() || depth > model::maximum_depth + 1) return in.fail();
    nodes.reserve(static_cast<std::size_t>(count));
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        Node& node = nodes.emplace_back();
        const std::uint64_t given = in.number();
        std::uint32_t bit = 1;
        each_member(node, [&](auto& member) {
            member = {};
            if ((given & bit) != 0) unpack_member(in, member, depth);
            bit <<= 1U;
        });
    }
}

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace

std::string pack(const model::Document& document) {
    ByteWriter out;
    pack_nodes(out, document.blocks);
    return out.take();
}

std::optional<model::Document> unpack(std::string_view packed) {
    ByteReader in(packed);
    model::Document document;
    unpack_nodes(in, document.blocks, 0);
    if (!in.ok() || in.left() > 0) return std::nullopt;
    return document;
}

std::string pack(const std::vector<model::Comment>& comments) {
    ByteWriter out;
    out.number(comments.size());
    for (const model::Comment& comment : comments) {
        out.signed_number(comment.number);
        out.signed_number(comment.depth);
        out.text(comment.author);
        out.text(comment.date ? model::format_rfc3339(*comment.date) : std::string());
        pack_nodes(out, comment.text.blocks);
    }
    return out.take();
}

std::optional<std::vector<model::Comment>> unpack_comments(std::string_view packed) {
    ByteReader in(packed);
    std::vector<model::Comment> comments;
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        model::Comment& comment = comments.emplace_back();
        comment.number = static_cast<int>(in.signed_number());
        comment.depth = static_cast<int>(in.signed_number());
        comment.author = in.text();
        comment.date = model::parse_date(in.text());
        unpack_nodes(in, comment.text.blocks, 0);
    }
    if (!in.ok() || in.left() > 0) return std::nullopt;
    return comments;
}

std::shared_ptr<const PackedBody> PackedBody::of(const model::Document& document,
                                                 const std::vector<model::Comment>& comments) {
    auto packed = std::make_shared<PackedBody>();
    packed->bytes = strings::SharedBytes(pack(document));
    packed->weight = bundle::weight_of(document) + bundle::weight_of(comments);
    packed->hash = hash_of(packed->bytes.view());
    if (comments.empty()) return packed;
    packed->comments = strings::SharedBytes(pack(comments));
    packed->comments_hash = hash_of(packed->comments.view());
    return packed;
}

std::shared_ptr<const PackedBody> PackedBody::spilled(SpillFile& file) const {
    auto copy = std::make_shared<PackedBody>(*this);
    copy->bytes = file.keep(std::string(bytes.view()));
    copy->comments = file.keep(std::string(comments.view()));
    return copy;
}

}  // namespace broadsheet::press
