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

std::string read_collections_folder(const Value& table) {
    std::string folder = text_member(table, "collections_dir");
    if (folder.starts_with("./")) folder.erase(0, 2);
    while (folder.starts_with('/')) folder.erase(0, 1);
    while (folder.ends_with('/')) folder.pop_back();
    return folder.empty() || folder == "." ? std::string() : folder + "/";
}

std::string permalink_of_posts(const Value& table) {
    const Value* collections = table.find("collections");
    const Value* posts = collections == nullptr ? nullptr : collections->find("posts");
    return posts == nullptr ? std::string() : text_member(*posts, "permalink");
}

std::vector<CollectionConfig> read_collections(const Value& table) {
    std::vector<CollectionConfig> result;
    const Value* collections = table.find("collections");
    if (collections == nullptr) return result;
    const std::string parent = read_collections_folder(table);
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
