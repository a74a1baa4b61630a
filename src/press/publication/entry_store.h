// What is large of entries, outside of the publication: bodies packed, related articles by number.
// A site's entries are then light, and whole one at a time where they are written.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "bundle/write/writer.h"
#include "model/publication.h"
#include "press/text/packed_document.h"

namespace broadsheet::press {

// Colours of pictures until they are there, by target.
using Placeholders = std::unordered_map<std::string, std::string>;

void fill_colours(model::ArticleSummary& summary, const Placeholders& placeholders);
void fill_colours(model::Publication& publication, const Placeholders& placeholders);

class EntryStore : public bundle::EntrySource {
  public:
    struct Rest {
        std::shared_ptr<const PackedBody> body;
        std::vector<std::uint32_t> related;  // numbers of articles, best first
    };

    // REQUIRES: `light` stays where it is.
    void add(const model::Entry& light, Rest rest) { rests_[&light] = std::move(rest); }
    // Null for entries that are whole already.
    const Rest* rest_of(const model::Entry& light) const;
    Rest* rest_of(const model::Entry& light);

    // Gives their memory back; entries have none from then on.
    void forget_bodies();

    model::Entry whole(const model::Entry& light) const override;
    std::size_t weight_of(const model::Entry& light) const override;

    // What lists have of each article, newest first.
    std::vector<std::shared_ptr<model::ArticleSummary>> summaries;
    Placeholders placeholders;

  private:
    std::unordered_map<const model::Entry*, Rest> rests_;
};

}  // namespace broadsheet::press
