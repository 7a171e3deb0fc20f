#pragma once

#include "models/diagnosis/Evidence.h"
#include "models/kube/Reflector.h"

#include <vector>

namespace diagnosis {

/// What can be asked for beside the object itself.
enum class Beside { Events, Pods, Claims, Classes, Endpoints, Services };

/// One thing that a rule would like to know.
struct Wish
{
    Beside what;
    kube::Collection collection;
};

/// What is worth asking the server for, by what is known so far: little for an object that looks well.
std::vector<Wish> wishesOf(const Evidence &evidence);

} // namespace diagnosis
