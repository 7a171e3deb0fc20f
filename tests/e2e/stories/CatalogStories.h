#pragma once

#include "tests/e2e/stories/Story.h"

class QLineEdit;

namespace stories {

/// How a person comes to a cluster: the catalog, a file that is edited, a file of k3s.
class CatalogStories final : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void aContextIsOpenedFromTheCatalogByKeysAlone();
    void aKubeconfigThatIsEditedIsReadAgain();
    void aK3sFileWithAWrongAddressIsImportedTestedSavedAndConnected();

private:
    QLineEdit *switchFilter();
};

} // namespace stories
