#!/usr/bin/env node
import '../dist/holdpoint.mjs';
