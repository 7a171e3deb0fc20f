#pragma once

#include "tests/e2e/stories/Story.h"

namespace stories {

/// A person makes a token of an account in the window, and two pods are told about, beside what the real kubectl and server say.
class AccountStories final : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenMadeInTheWindowIsThatAccount();
    void twoPodsAreToldByWhatBindingsAndPoliciesSay();

private:
    void click(const QString &name);
};

} // namespace stories
