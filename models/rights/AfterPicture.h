#pragma once

#include "models/rbac/AccessPicture.h"
#include "models/rights/DraftWork.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rights {

/// Whose access is drawn as it would be, and how.
struct AfterWish
{
    std::optional<rbac::Identity> who = {};     ///< nothing: those whom the drafts touch
    rbac::PictureWish looks = {};               ///< without identities
};

/// The access of some as it would be after drafts.
struct AfterPicture
{
    std::shared_ptr<const DraftResult> result;
    std::shared_ptr<const rbac::Basis> after;
    std::shared_ptr<const rbac::AccessPicture> picture;
    std::size_t touched = 0;                    ///< of whom at most MostDrawn are drawn
    std::vector<std::string> known;             ///< whom one can ask about, as references
};

/// Of many, those who gain or lose something come first.
inline constexpr std::size_t MostDrawn = 20;

/// Around what the previous picture shows, if there is one; from one of the same result it takes over what was worked out. A pure function, any thread.
AfterPicture afterPicture(std::shared_ptr<const DraftResult> result, AfterWish wish, const AfterPicture *previous = nullptr);

} // namespace rights
