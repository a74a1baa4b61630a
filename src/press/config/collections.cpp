#include "press/config/collections.h"

#include <algorithm>
#include <utility>

namespace broadsheet::press {

namespace {

// Collections without a pattern have the site's form of addresses: with a slash at the end, or with
// a file extension.
std::string usual_permalink(const std::string& of_site) {
    const bool slash = of_site == "pretty" || of_site.ends_with('/');
    return slash ? "/:collection/:path/" : "/:collection/:path:output_ext";
}

}  // namespace

std::vector<CollectionConfig> read_collections(const Value& table) {
    std::vector<CollectionConfig> result;
    const Value* collections = table.find("collections");
    if (collections == nullptr) return result;
    std::string parent = text_member(table, "collections_dir");
    while (parent.ends_with('/')) parent.pop_back();
    if (!parent.empty()) parent += '/';
    for (const Value& each : collections->members) {
        const Value* output = each.find("output");
        if (output == nullptr || !output->boolean || each.name == "posts") continue;
        CollectionConfig collection;
        collection.name = each.name;
        collection.folder = parent + "_" + each.name + "/";
        collection.permalink = text_member(each, "permalink");
        if (collection.permalink == "pretty") collection.permalink = "/:collection/:path/";
        if (collection.permalink.empty()) {
            collection.permalink = usual_permalink(text_member(table, "permalink"));
        }
        result.push_back(std::move(collection));
    }
    return result;
}

const CollectionConfig* collection_of(const std::vector<CollectionConfig>& collections,
                                      std::string_view folder) {
    const auto found =
        std::find_if(collections.begin(), collections.end(),
                     [&](const CollectionConfig& each) { return folder.starts_with(each.folder); });
    return found == collections.end() ? nullptr : &*found;
}

}  // namespace broadsheet::press
