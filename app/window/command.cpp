// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/command.h"

#include <QKeySequence>

namespace islet {

QString Command::keysText() const
{
    if (!m_toldKeys.isEmpty())
        return m_toldKeys;
    QStringList words;
    for (const QVariant &keys : m_keys)
        words.append(QKeySequence(keys.toString(), QKeySequence::PortableText).toString(QKeySequence::NativeText));
    //: between two shortcuts that do the same
    return words.join(tr(" or "));
}

void Command::trigger()
{
    if (isRunnable())
        emit triggered();
}

} // namespace islet
