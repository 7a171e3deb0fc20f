#pragma once

#include "models/rbac/AccessPicture.h"
#include "models/rbac/Question.h"
#include "models/rights/Claims.h"

#include <QString>

#include <functional>
#include <memory>
#include <string>

namespace rbac {

/// What is written down of access.
struct Exported
{
    std::shared_ptr<const AccessPicture> picture;
    std::shared_ptr<const Answer> answer;       ///< null: nothing was asked, or who may
    QString cluster;                            ///< its name
    std::shared_ptr<const Holders> holders = {};                            ///< null: nobody asked who may
    std::shared_ptr<const rights::ServerWord> word = {};                    ///< null: there is no server to ask
    std::function<std::string(const ObjectRef &object)> versionOf = {};     ///< the resourceVersion as read

    rights::Tally tallyOf(const std::vector<rights::Claim> &claims) const { return word ? rights::tallyOf(*word, claims) : rights::tallyOf(claims.size()); }
    std::string version(const ObjectRef &object) const { return versionOf ? versionOf(object) : std::string(); }
};

} // namespace rbac
