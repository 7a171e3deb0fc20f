#pragma once

#include "models/disk/Report.h"

#include <QWidget>

#include <memory>
#include <vector>

class QVBoxLayout;

namespace base {
class TextLabel;
}

namespace disk {

class DiskBar;

/// How the disk is: pressure, and each file system as a bar with its figures and limits.
class DiskHead final : public QWidget
{
    Q_OBJECT

public:
    explicit DiskHead(QWidget *parent = nullptr);
    ~DiskHead() override;

    void show(const Report &report);
    using QWidget::show;
    /// All that it says.
    QString text() const;
    const std::vector<DiskBar *> &bars() const { return m_bars; }

private:
    struct Section;

    Section &section(std::size_t number);

    QVBoxLayout *m_layout;
    base::TextLabel *m_state;
    base::TextLabel *m_missing;
    std::vector<std::unique_ptr<Section>> m_sections;
    std::vector<DiskBar *> m_bars;
};

} // namespace disk
