#pragma once

#include "app/headless/RbacInputs.h"

#include <span>
#include <string>
#include <vector>

namespace headless {

/// Reads the objects that the words of a question name, beside what every question needs, into RbacSource::objects. Blocks.
using RbacMore = base::Result<void> (*)(kube::Api &api, std::span<const std::string> words, RbacSource &source);

/// The pod of the first word, "NAMESPACE/POD".
base::Result<rbac::ObjectRef> podOfWords(std::span<const std::string> words);

/// That pod alone; the server's refusal when there is none.
base::Result<void> readPodOfWords(kube::Api &api, std::span<const std::string> words, RbacSource &source);

/// Both ends and what lies between them, for reach.
base::Result<void> readReachOfWords(kube::Api &api, std::span<const std::string> words, RbacSource &source);

/// An object of the core group among those that were read; the error of one that is not there is worded as a server's.
base::Result<const text::Value *> findObject(const RbacSource &source, const rbac::ObjectRef &object);

/// One object of the core group.
base::Result<void> readObject(kube::Api &api, const rbac::ObjectRef &object, RbacSource &source);

/// A collection of a built-in kind to be read.
struct ObjectList
{
    std::string apiVersion;
    std::string kind;
    std::string namespaceName;   ///< empty: all, or cluster-scoped
    std::string labelSelector = {};
};

/// Whole collections. One that is refused becomes something that could not be read, not an error.
base::Result<void> readObjects(kube::Api &api, std::span<const ObjectList> lists, RbacSource &source);

} // namespace headless
