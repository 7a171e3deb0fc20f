#pragma once

#include "models/base/Clock.h"
#include "models/rbac/AccessPicture.h"
#include "models/rbac/Question.h"

#include <QString>

namespace rbac {

/// What a report is made of besides the picture.
struct ReportFrame
{
    QString cluster;                    ///< its name, for the head
    base::SystemTime made{};
    const Answer *answer = nullptr;     ///< to the question that was asked last; null: none
};

/// The access of a picture as a Markdown document in the person's language: who, what could not be read, the answer, the rights with their
/// ways, the objects with their sentences. Texts from outside cannot become markup.
QString accessReport(const AccessPicture &picture, const ReportFrame &frame);

} // namespace rbac
