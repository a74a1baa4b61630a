// Holds the large parts of entries outside of the publication: packed bodies, and related articles
// as indices. Entries in the publication are then small, and complete ones exist one at a time
// while they are written.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "bundle/write/writer.h"
#include "model/publication.h"
#include "press/text/packed_document.h"

namespace broadsheet::press {

// Placeholder colours that are shown while pictures load, by the target of the picture.
using Placeholders = std::unordered_map<std::string, std::string>;

// Set the placeholders of all pictures outside of bodies. Pictures without a known placeholder get
// an empty one.
void fill_colours(model::ArticleSummary& summary, const Placeholders& placeholders);
void fill_colours(model::Publication& publication, const Placeholders& placeholders);

// Adds packed bodies and related articles to the entries of a publication.
class EntryStore : public bundle::EntrySource {
  public:
    // The parts that an entry in the publication lacks.
    struct Packed {
        std::shared_ptr<const PackedBody> body;
        std::vector<std::uint32_t> related;  // indices into `summaries`, best first
    };

    // REQUIRES: the address of `light` does not change.
    void add(const model::Entry& light, Packed packed) { packed_[&light] = std::move(packed); }
    // Null if the entry in the publication is complete.
    const Packed* packed_of(const model::Entry& light) const;
    Packed* packed_of(const model::Entry& light);

    // Frees the memory of all bodies, except for their weights and hashes.
    void forget_bodies();

    // The complete entry.
    model::Entry load(const model::Entry& light) const override;
    // The approximate size of the complete entry in a bundle, in bytes.
    std::size_t weight_of(const model::Entry& light) const override;

    // The summaries of all articles as lists show them, newest first.
    std::vector<std::shared_ptr<model::ArticleSummary>> summaries;
    Placeholders placeholders;
    std::set<model::Path> overviews;  // generated pages of links, which the search leaves out

  private:
    std::unordered_map<const model::Entry*, Packed> packed_;
};

}  // namespace broadsheet::press
