#include "app/headless/DiskWords.h"

namespace headless {

using disk::Filler;
using disk::Gain;
using disk::Limit;
using disk::Missing;

const char *nameOf(Filler::What what)
{
    switch (what) {
    case Filler::What::UnusedImage: return "unused-image";
    case Filler::What::HeldImage: return "held-image";
    case Filler::What::UsedImage: return "used-image";
    case Filler::What::SandboxImage: return "sandbox-image";
    case Filler::What::ImageOfUnknownUse: return "image";
    case Filler::What::ImagesNotListed: return "images-not-listed";
    case Filler::What::Layers: return "unpacked-layers";
    case Filler::What::Logs: return "logs";
    case Filler::What::WritableLayer: return "writable-layer";
    case Filler::What::EmptyDir: return "empty-dir";
    case Filler::What::RestOfPod: return "rest-of-pod";
    case Filler::What::Elsewhere: break;
    }
    return "not-kubernetes";
}

const char *nameOf(Gain gain)
{
    switch (gain) {
    case Gain::Free: return "now";
    case Gain::WithPod: return "with-pod";
    case Gain::Search: return "to-be-found-out";
    case Gain::None: break;
    }
    return "in-use";
}

const char *nameOf(Limit::What what)
{
    switch (what) {
    case Limit::What::ImageCollection: return "image-gc";
    case Limit::What::SoftEviction: return "soft-eviction";
    case Limit::What::HardEviction: break;
    }
    return "hard-eviction";
}

const char *nameOf(Missing::What what)
{
    switch (what) {
    case Missing::What::Summary: return "summary";
    case Missing::What::Settings: return "thresholds";
    case Missing::What::Pods: break;
    }
    return "pods";
}

} // namespace headless
