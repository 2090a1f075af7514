// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "qmlstatements.h"

namespace islet::test {

//! The types of object properties by C++ class, then by property name.
using ModelProperties = QHash<QString, QHash<QString, QString>>;

//! The properties of the view-models that are objects themselves, from the headers in app/.
ModelProperties windowModels();

//! Compares what the views load by file name (LazyPopup, LazyLoader, Loader.setSource) with these files, which no
//! compiler does: each file exists, each initial property is one of its root, all required ones are given, and an
//! object has the type that the property declares. Returns one line for each difference.
QStringList lazyQmlComplaints(const QmlSources &sources, const ModelProperties &models);

} // namespace islet::test
