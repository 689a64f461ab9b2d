#!/bin/sh
# Mẫu: kịch bản không làm gì.
exit 0
